import type { GalleryPage } from "@/lib/domain/gallery/events";
import type { Image } from "@/lib/domain/generation/image";
import type { GalleryState } from "./gallery-state";

/**
 * Lays an older page of any length behind what is known, in a time that grows with the number of
 * its rows alone. What is known already stays: the event stream keeps it up to date. Null where the
 * page would leave a hole, since what is known reaches less far than when it was asked for.
 * @param before the cursor that the page was asked for with
 */
export function appendOlder(state: GalleryState, gallery: GalleryPage, before: string): GalleryState | null {
  if (state.olderCursor === null) return state;
  if (state.olderCursor > before) return null;
  const known = new Set(state.generations.map(({ id }) => id));
  const older = gallery.generations.filter(({ id }) => !known.has(id));
  const rows = Map.groupBy(gallery.images, ({ generationId }) => generationId);
  const images = Object.fromEntries(
    older.map(({ id }) => [id, newest(rows.get(id) ?? [], state.images[id] ?? [])]),
  );
  const matrices = Object.fromEntries(gallery.matrices.map((matrix) => [matrix.id, matrix]));
  const reachesFurther = gallery.olderCursor === null || gallery.olderCursor < state.olderCursor;
  return {
    ...state,
    generations: [...state.generations, ...older].sort((a, b) => (a.id < b.id ? 1 : -1)),
    images: { ...state.images, ...images },
    matrices: { ...matrices, ...state.matrices },
    olderCursor: reachesFurther ? gallery.olderCursor : state.olderCursor,
  };
}

/** The event stream also tells of pictures whose generation is not loaded. */
function newest(rows: readonly Image[], told: readonly Image[]): readonly Image[] {
  if (told.length === 0) return rows;
  const byId = new Map(told.map((row) => [row.id, row]));
  return rows.map((row) => {
    const other = byId.get(row.id);
    return other && other.version > row.version ? other : row;
  });
}
