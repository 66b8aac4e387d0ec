import type { Mark } from "@/lib/domain/share/review";
import type {
  SharedComment,
  SharedEvent,
  SharedGallery,
  SharedPicture,
} from "@/lib/domain/share/visitor-gallery";
import { withFreshGroups } from "./fresh-groups";
import { mergeSnapshot } from "./merge-snapshot";
import type { OpenState } from "./open-state";
import { withOwnMarks } from "./own-marks";
import { placePicture } from "./place-picture";
import { putComment } from "./put-comment";

/** A shared gallery as an open page knows it. Once it is gone nothing of it is kept. */
export type SharedState = OpenState | { kind: "gone" };

/** What the stream tells, and what this page did itself. */
export type SharedAction =
  | SharedEvent
  | { type: "older-loaded"; gallery: SharedGallery }
  | { type: "marked"; imageId: string; mark: Mark | null }
  | { type: "named"; name: string };

/** The state that a page begins with. */
export function openState(gallery: SharedGallery, isNewest: boolean): SharedState {
  return { kind: "open", gallery, isNewest, freshGroupIds: new Set(), ownMarks: {} };
}

/** The next state. What is older than what is known changes nothing. */
export function applyShared(state: SharedState, action: SharedAction): SharedState {
  if (state.kind === "gone") return state;
  switch (action.type) {
    case "snapshot":
      return mergeSnapshot(state, action.gallery);
    case "picture-changed":
      return putPicture(state, action.picture);
    case "picture-removed":
      return removePicture(state, action.id);
    case "comment-changed":
      return withComments(state, putComment(state.gallery.comments, action.comment));
    case "comment-removed":
      return withComments(
        state,
        state.gallery.comments.filter(({ id }) => id !== action.id),
      );
    case "older-loaded":
      return appendOlder(state, action.gallery);
    case "marked":
      return mark(state, action.imageId, action.mark);
    case "named":
      return { ...state, gallery: { ...state.gallery, visitorName: action.name } };
    case "gone":
      return { kind: "gone" };
  }
}

function putPicture(state: OpenState, picture: SharedPicture): OpenState {
  const { gallery, isNewest } = state;
  const at = gallery.pictures.findIndex(({ id }) => id === picture.id);
  const known = gallery.pictures[at];
  if (known) {
    if (known.version >= picture.version) return state;
    return { ...state, gallery: { ...gallery, pictures: gallery.pictures.with(at, picture) } };
  }
  if (!isNewest) return state;
  const pictureCount = gallery.pictureCount + 1;
  const last = gallery.pictures.at(-1);
  // It belongs further back than this page shows.
  if (last && gallery.olderCursor !== null && picture.groupId < last.groupId)
    return { ...state, gallery: { ...gallery, pictureCount } };
  return {
    ...state,
    freshGroupIds: withFreshGroups(state, [picture]),
    gallery: { ...gallery, pictures: placePicture(gallery.pictures, picture), pictureCount },
  };
}

function removePicture(state: OpenState, id: string): OpenState {
  const { gallery } = state;
  const pictures = gallery.pictures.filter((picture) => picture.id !== id);
  if (pictures.length === gallery.pictures.length) return state;
  const comments = gallery.comments.filter(({ imageId }) => imageId !== id);
  const pictureCount = Math.max(pictures.length, gallery.pictureCount - 1);
  return { ...state, gallery: { ...gallery, pictures, comments, pictureCount } };
}

function withComments(state: OpenState, comments: SharedComment[]): OpenState {
  return { ...state, gallery: { ...state.gallery, comments } };
}

function appendOlder(state: OpenState, older: SharedGallery): OpenState {
  const { gallery } = state;
  const known = new Set(gallery.pictures.map(({ id }) => id));
  return {
    ...state,
    gallery: {
      ...gallery,
      pictures: [...gallery.pictures, ...older.pictures.filter(({ id }) => !known.has(id))],
      comments: older.comments.reduce<SharedComment[]>(putComment, gallery.comments),
      marks: withOwnMarks({ ...older.marks, ...gallery.marks }, state.ownMarks),
      pictureCount: older.pictureCount,
      olderCursor: older.olderCursor,
    },
  };
}

function mark(state: OpenState, imageId: string, mark: Mark | null): OpenState {
  const ownMarks = { ...state.ownMarks, [imageId]: mark };
  return {
    ...state,
    ownMarks,
    gallery: { ...state.gallery, marks: withOwnMarks(state.gallery.marks, ownMarks) },
  };
}
