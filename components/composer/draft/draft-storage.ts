import type { Draft } from "@/lib/domain/generation/draft";

const storageKey = (sessionId: string) => `safelight:draft:${sessionId}`;

/** The kept draft; null where there is none, it cannot be read, or storage is switched off. */
export function readLocalDraft(sessionId: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(sessionId)) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** By hand, since zod is not on the first load. What its options are worth is decided when they are restored. */
function isDraft(kept: unknown): kept is Draft {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "modelId" in kept &&
    typeof kept.modelId === "string" &&
    "prompt" in kept &&
    typeof kept.prompt === "string" &&
    "imageCount" in kept &&
    Number.isInteger(kept.imageCount) &&
    "options" in kept &&
    typeof kept.options === "object" &&
    kept.options !== null
  );
}

/** Keeps the draft. A full or forbidden storage is no reason to stop typing. */
export function writeLocalDraft(sessionId: string, draft: Draft): void {
  try {
    localStorage.setItem(storageKey(sessionId), JSON.stringify(draft));
  } catch {
    return;
  }
}
