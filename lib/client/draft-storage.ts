import { type Draft, draftSchema } from "@/lib/domain/draft";

const storageKey = (sessionId: string) => `safelight:draft:${sessionId}`;

/** The kept draft; null where there is none, it cannot be read, or storage is switched off. */
export function readDraft(sessionId: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(storageKey(sessionId)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps the draft. A full or forbidden storage is no reason to stop typing. */
export function writeDraft(sessionId: string, draft: Draft): void {
  try {
    localStorage.setItem(storageKey(sessionId), JSON.stringify(draft));
  } catch {
    return;
  }
}
