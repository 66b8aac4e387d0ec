import type { GalleryPage, StudioEvent } from "@/lib/domain/gallery/events";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import type { Session } from "@/lib/domain/session/session";

/** A session as the browser knows it so far: generations newest first, images by generation and place, matrices by id. */
export type GalleryState = {
  session: Session;
  generations: readonly Generation[];
  images: Readonly<Record<string, readonly Image[]>>;
  matrices: Readonly<Record<string, Matrix>>;
  olderCursor: string | null;
};

export function galleryStateOf(gallery: GalleryPage): GalleryState {
  const { session, olderCursor } = gallery;
  return addRows({ session, generations: [], images: {}, matrices: {}, olderCursor }, gallery);
}

/**
 * Lays a page of rows over what is known; a row that is older than the known one is ignored.
 * The cursor stays where the oldest known page ends.
 */
function mergeGallery(state: GalleryState, gallery: GalleryPage): GalleryState {
  const oldest = gallery.generations.at(-1);
  const known = state.generations.at(-1);
  const reachesFurther = !known || (oldest !== undefined && oldest.id <= known.id);
  const merged = addRows(state, gallery);
  return { ...merged, olderCursor: reachesFurther ? gallery.olderCursor : state.olderCursor };
}

/** One event of the stream, laid over what is known. */
export function applyStudioEvent(state: GalleryState, event: StudioEvent): GalleryState {
  switch (event.type) {
    case "snapshot":
      return isHealedBy(state, event.gallery)
        ? mergeGallery(state, event.gallery)
        : galleryStateOf(event.gallery);
    case "generation-changed":
      return addRows(state, { generations: [event.generation] });
    case "image-changed":
      return addRows(state, { images: [event.image] });
    case "matrix-changed":
      return addRows(state, { matrices: [event.matrix] });
    case "session-changed":
      return { ...state, session: newer(state.session, event.session) };
    case "mark-changed":
    case "comment-changed":
    case "share-changed":
      return state;
  }
}

/**
 * Whether a snapshot brings everything up to date. It holds the newest page alone: where it does not
 * reach what is known, there is a hole; and an older picture that was under way may have ended unseen.
 * Then the snapshot is all that is known, and the rest is asked for again while scrolling.
 */
function isHealedBy(state: GalleryState, snapshot: GalleryPage): boolean {
  const oldest = snapshot.generations.at(-1);
  if (snapshot.olderCursor === null || !oldest) return true;
  const unreached = state.generations.filter(({ id }) => id < oldest.id);
  if (unreached.length === state.generations.length) return state.generations.length === 0;
  return unreached.every(({ id }) => (state.images[id] ?? []).every(isEnded));
}

type Rows = Partial<Pick<GalleryPage, "session" | "generations" | "images" | "matrices">>;

function addRows(state: GalleryState, rows: Rows): GalleryState {
  const { session = state.session, generations = [], images = [], matrices = [] } = rows;
  return {
    ...state,
    session: newer(state.session, session),
    generations: generations.reduce(addGeneration, state.generations),
    images: images.reduce(addImage, state.images),
    matrices: matrices.reduce(addMatrix, state.matrices),
  };
}

function addMatrix(known: GalleryState["matrices"], row: Matrix): GalleryState["matrices"] {
  const other = known[row.id];
  return other && other.version >= row.version ? known : { ...known, [row.id]: row };
}

/** Ids are time-ordered (UUIDv7), so newest first is id descending. */
function addGeneration(known: readonly Generation[], row: Generation): readonly Generation[] {
  const place = known.findIndex((other) => other.id <= row.id);
  if (place < 0) return [...known, row];
  const other = known[place];
  if (other?.id !== row.id) return known.toSpliced(place, 0, row);
  return other.version >= row.version ? known : known.with(place, row);
}

function addImage(known: GalleryState["images"], row: Image): GalleryState["images"] {
  const siblings = known[row.generationId] ?? [];
  const place = siblings.findIndex((other) => other.index >= row.index);
  const other = siblings[place];
  if (other?.id === row.id) {
    if (other.version >= row.version) return known;
    return { ...known, [row.generationId]: siblings.with(place, row) };
  }
  return { ...known, [row.generationId]: siblings.toSpliced(place < 0 ? siblings.length : place, 0, row) };
}

/** The stream also tells of the viewer's other sessions, for the list. */
function newer(known: Session, row: Session): Session {
  return row.id === known.id && row.version > known.version ? row : known;
}
