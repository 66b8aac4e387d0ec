import type { SharedComment, SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import type { OpenState } from "./open-state";
import { openState } from "./visitor-gallery-state";

/** A finished picture of a group, whose ids grow with time. */
export function picture(groupId: string, index: number, version = 1): SharedPicture {
  const common = { id: `${groupId}${index}`, version, groupId, index, widthPx: 3, heightPx: 2, prompt: null };
  return { ...common, state: "completed", thumbnailHash: "a", hash: "b", thumbhash: "" };
}

export function comment(id: string, more: Partial<SharedComment> = {}): SharedComment {
  return {
    id,
    version: 1,
    imageId: "b0",
    parentId: null,
    author: "Ana",
    isMine: false,
    text: "More light.",
    pin: null,
    isResolved: false,
    createdAt: "2026-11-22T12:00:00.000Z",
    ...more,
  };
}

export function gallery(pictures: SharedPicture[], more: Partial<SharedGallery> = {}): SharedGallery {
  return {
    title: "Spring",
    isLive: true,
    canDownload: false,
    canReview: true,
    pictures,
    pictureCount: pictures.length,
    olderCursor: null,
    visitorName: null,
    marks: {},
    comments: [],
    ...more,
  };
}

/** The state of a page that was just opened. */
export function opened(shown: SharedGallery, isNewest = true): OpenState {
  const state = openState(shown, isNewest);
  if (state.kind === "gone") throw new Error("A page begins with a gallery.");
  return state;
}
