import type { SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { withFreshGroups } from "./fresh-groups";
import type { OpenState } from "./open-state";
import { withOwnMarks } from "./own-marks";
import { putComment } from "./put-comment";

/**
 * What a connection begins with: the newest pictures as they are now. They replace what is known of
 * them, and leave the older pictures that were loaded below. A page that began further back takes the
 * settings from it and the pictures that both have. Where all is the same, so is the state.
 */
export function mergeSnapshot(state: OpenState, snapshot: SharedGallery): OpenState {
  const next = merged(state, snapshot);
  return isSame(state.gallery, next.gallery) ? state : next;
}

function merged(state: OpenState, snapshot: SharedGallery): OpenState {
  const { gallery, isNewest } = state;
  const known = new Map(gallery.pictures.map((picture) => [picture.id, picture]));
  const newest = snapshot.pictures.map((picture) => newer(known.get(picture.id), picture));
  const settings = {
    ...snapshot,
    visitorName: snapshot.visitorName ?? gallery.visitorName,
    marks: withOwnMarks({ ...(isNewest ? {} : gallery.marks), ...snapshot.marks }, state.ownMarks),
  };
  if (!isNewest) {
    const changed = new Map(newest.map((picture) => [picture.id, picture]));
    return {
      ...state,
      gallery: {
        ...settings,
        olderCursor: gallery.olderCursor,
        pictures: gallery.pictures.map((picture) => changed.get(picture.id) ?? picture),
        comments: snapshot.comments.reduce(putComment, gallery.comments),
      },
    };
  }
  const below = olderOf(gallery.pictures, snapshot);
  const isBelow = new Set(below.map(({ id }) => id));
  return {
    ...state,
    freshGroupIds: withFreshGroups(state, newest),
    gallery: {
      ...settings,
      marks: { ...marksOf(gallery, isBelow), ...settings.marks },
      pictures: [...newest, ...below],
      olderCursor: below.length > 0 ? gallery.olderCursor : snapshot.olderCursor,
      comments: snapshot.comments.reduce(
        putComment,
        gallery.comments.filter(({ imageId }) => isBelow.has(imageId)),
      ),
    },
  };
}

/** The newer of two, with the prompt as the share has it now. What is the same stays the same object. */
function newer(known: SharedPicture | undefined, told: SharedPicture): SharedPicture {
  if (!known || known.version < told.version) return told;
  return known.prompt === told.prompt ? known : { ...known, prompt: told.prompt };
}

function isSame(a: SharedGallery, b: SharedGallery): boolean {
  return (
    a.pictures.length === b.pictures.length &&
    a.pictures.every((picture, at) => picture === b.pictures[at]) &&
    JSON.stringify({ ...a, pictures: null }) === JSON.stringify({ ...b, pictures: null })
  );
}

/** Known pictures that stand below the snapshot's last one, where it ends before the gallery does. */
function olderOf(known: readonly SharedPicture[], { pictures, olderCursor }: SharedGallery): SharedPicture[] {
  const told = new Set(pictures.map(({ id }) => id));
  const last = known.findLastIndex(({ id }) => told.has(id));
  return olderCursor === null || last < 0 ? [] : known.slice(last + 1);
}

function marksOf({ marks }: SharedGallery, ids: ReadonlySet<string>): SharedGallery["marks"] {
  return Object.fromEntries(Object.entries(marks).filter(([id]) => ids.has(id)));
}
