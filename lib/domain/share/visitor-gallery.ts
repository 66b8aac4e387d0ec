import type { Mark, Pin } from "./review";

/**
 * What a visitor of a shared gallery is told: nothing beyond what the share covers. These types are the
 * whole of it; a field that is not here does not leave the studio.
 */
type Common = {
  id: string;
  /** Grows with every change; an older one is ignored. */
  version: number;
  /** Pictures that were made together share a group; groups newest first, then by `index`. */
  groupId: string;
  index: number;
  widthPx: number;
  heightPx: number;
  /** Null where the share does not show prompts. */
  prompt: string | null;
};

/** One picture. Its addresses are made from its hashes by `sharedPictureUrl`. */
export type SharedPicture = Common &
  (
    | { state: "waiting" }
    | { state: "developing"; partialHash: string | null }
    | {
        state: "completed";
        thumbnailHash: string;
        /** The hash of the original, which also names the large preview. */
        hash: string;
        thumbhash: string;
      }
  );

/** A comment as visitors of the share see it. */
export type SharedComment = {
  id: string;
  version: number;
  imageId: string;
  parentId: string | null;
  /** The name a visitor gave; null for the designer. */
  author: string | null;
  isMine: boolean;
  text: string;
  pin: Pin | null;
  isResolved: boolean;
  createdAt: string;
};

/** A page of a shared gallery, newest first, with what this visitor may do and has done. */
export type SharedGallery = {
  title: string;
  /** Whether more pictures can come. */
  isLive: boolean;
  canDownload: boolean;
  canReview: boolean;
  pictures: SharedPicture[];
  /** All pictures of the share, finished or under way, on this page and others. */
  pictureCount: number;
  olderCursor: string | null;
  /** Null until a name was given. */
  visitorName: string | null;
  /** This visitor's own, by picture. */
  marks: Record<string, Mark>;
  comments: SharedComment[];
};

/** What an open page is told. Every connection begins with a snapshot; "gone" ends the gallery. */
export type SharedEvent =
  | { type: "snapshot"; gallery: SharedGallery }
  | { type: "picture-changed"; picture: SharedPicture }
  | { type: "picture-removed"; id: string }
  | { type: "comment-changed"; comment: SharedComment }
  | { type: "comment-removed"; id: string }
  | { type: "gone" };

/** partial: a preview under way; small: 320 px; thumbnail: 640 px; large: 2048 px; original: only where downloads are allowed. */
export type SharedVariant = "partial" | "small" | "thumbnail" | "large" | "original";

/** The address of a picture's bytes; it carries the token's right and no other. */
export function sharedPictureUrl(token: string, id: string, variant: SharedVariant, hash: string): string {
  return `/g/${token}/i/${id}/${variant}-${hash}`;
}
