import { ANYONE } from "@/lib/client/review/review-state";
import type { Image } from "@/lib/domain/generation/image";
import { isId } from "@/lib/domain/text/id";

/**
 * Which pictures of a session are shown, as it stands in the address and nowhere else, so that reload, back and
 * links have it: `?favourites=only&rejected=hidden&picked-by=anyone`.
 */
export type FilterChoice = {
  favouritesOnly: boolean;
  hideRejected: boolean;
  /** A visitor's id or ANYONE; null for all pictures, picked or not. */
  pickedBy: string | null;
};

/** The choice that an address holds. What cannot be read in it is left out. */
export function filterOf(params: Pick<URLSearchParams, "get">): FilterChoice {
  const pickedBy = params.get("picked-by");
  return {
    favouritesOnly: params.get("favourites") === "only",
    hideRejected: params.get("rejected") === "hidden",
    pickedBy: pickedBy === ANYONE || (pickedBy !== null && isId(pickedBy)) ? pickedBy : null,
  };
}

/** An address with this choice, whatever else is in it. */
export function withFilter(address: URL, { favouritesOnly, hideRejected, pickedBy }: FilterChoice): URL {
  const url = new URL(address);
  const values = {
    favourites: favouritesOnly ? "only" : null,
    rejected: hideRejected ? "hidden" : null,
    "picked-by": pickedBy,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url;
}

export function changeFilter(change: Partial<FilterChoice>): void {
  const address = new URL(window.location.href);
  const url = withFilter(address, { ...filterOf(address.searchParams), ...change });
  window.history.replaceState(null, "", url);
}

/** What a choice comes to. `pickedIds` are those that visitors picked, where that counts. */
export type GalleryFilter = Omit<FilterChoice, "pickedBy"> & { pickedIds: ReadonlySet<string> | null };

export const NO_FILTER: GalleryFilter = { favouritesOnly: false, hideRejected: false, pickedIds: null };

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
