import type { Image } from "@/lib/domain/image";
import { createStore, useStore } from "./store";

/** Which pictures of the session are shown. */
export type GalleryFilter = { favouritesOnly: boolean; hideRejected: boolean };

export const NO_FILTER: GalleryFilter = { favouritesOnly: false, hideRejected: false };

const filters = createStore(NO_FILTER);

export function setGalleryFilter(filter: GalleryFilter): void {
  filters.set(filter);
}

export function useGalleryFilter(): GalleryFilter {
  return useStore(filters, NO_FILTER, (filter) => filter);
}

/** Whether a picture is shown. */
export function passesFilter({ favouritesOnly, hideRejected }: GalleryFilter, image: Image): boolean {
  return (!favouritesOnly || image.favourite) && (!hideRejected || !image.rejected);
}
