import { createStore, useStore } from "@/lib/client/studio/store";
import type { Image } from "@/lib/domain/generation/image";

/** Which pictures of the session are shown. `pickedIds` are those that visitors picked, where that counts. */
export type GalleryFilter = {
  favouritesOnly: boolean;
  hideRejected: boolean;
  pickedIds: ReadonlySet<string> | null;
};

/** The part of it that goes by the designer's own marks. */
type OwnFilter = Pick<GalleryFilter, "favouritesOnly" | "hideRejected">;

export const NO_FILTER: GalleryFilter = { favouritesOnly: false, hideRejected: false, pickedIds: null };

const filters = createStore<OwnFilter>(NO_FILTER);

export function setGalleryFilter({ favouritesOnly, hideRejected }: OwnFilter): void {
  filters.set({ favouritesOnly, hideRejected });
}

export function useOwnFilter(): OwnFilter {
  return useStore<OwnFilter, OwnFilter>(filters, NO_FILTER, (filter) => filter);
}

/** Whether a picture is shown. */
export function passesFilter(
  { favouritesOnly, hideRejected, pickedIds }: GalleryFilter,
  image: Image,
): boolean {
  return (
    (!favouritesOnly || image.favourite) &&
    (!hideRejected || !image.rejected) &&
    (pickedIds === null || pickedIds.has(image.id))
  );
}
