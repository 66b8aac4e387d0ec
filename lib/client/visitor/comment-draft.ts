import type { Pin } from "@/lib/domain/share/review";

/** A comment that is being written. */
export type CommentDraft = { text: string; pin: Pin | null; parentId: string | null };

export const EMPTY_DRAFT: CommentDraft = { text: "", pin: null, parentId: null };

const storageKey = (imageId: string) => `safelight:comment:${imageId}`;

/** What was being written about a picture in this tab; empty where there is nothing, or storage is forbidden. */
export function readCommentDraft(imageId: string): CommentDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(imageId)) ?? "null");
    return isDraft(kept) ? kept : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps a draft for as long as the tab lives. A full or forbidden storage is no reason to stop typing. */
export function writeCommentDraft(imageId: string, draft: CommentDraft): void {
  try {
    if (draft === EMPTY_DRAFT) sessionStorage.removeItem(storageKey(imageId));
    else sessionStorage.setItem(storageKey(imageId), JSON.stringify(draft));
  } catch {
    return;
  }
}

function isDraft(kept: unknown): kept is CommentDraft {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "text" in kept &&
    typeof kept.text === "string" &&
    "parentId" in kept &&
    (kept.parentId === null || typeof kept.parentId === "string") &&
    "pin" in kept &&
    (kept.pin === null || isPin(kept.pin))
  );
}

function isPin(kept: unknown): kept is Pin {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "x" in kept &&
    typeof kept.x === "number" &&
    "y" in kept &&
    typeof kept.y === "number"
  );
}
