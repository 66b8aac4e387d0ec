import type { ImageChange } from "@/lib/domain/generation/image";
import type { SessionChange } from "@/lib/domain/session/session";

/** What takes an action back, as the studio's routes take it. */
export type UndoStep =
  | { kind: "images"; ids: readonly string[]; change: ImageChange }
  | { kind: "session"; id: string; change: SessionChange };

/** An action that can be taken back. */
export type UndoEntry = {
  id: number;
  /** The session in which it can be; null for anywhere. */
  sessionId: string | null;
  /** What was done: "12 pictures deleted." */
  words: string;
  step: UndoStep;
};

const STORAGE_KEY = "safelight:undo";
/** Ids are 40 characters and an action may have thousands of them; a tab's storage takes five million. */
const ENTRIES_MAX = 30;

let entries: readonly UndoEntry[] | null = null;
/** Actions on their way: taking one back has to come after it. */
const underWay = new Map<number, Promise<boolean>>();

/**
 * Remembers how to take an action back, in this tab and through reloads.
 * @param done whether the studio took the action: what it refused is not to be taken back
 */
export function recordUndo(entry: Omit<UndoEntry, "id">, done: Promise<boolean>): number {
  const id = (readEntries().at(-1)?.id ?? 0) + 1;
  write([...readEntries(), { ...entry, id }]);
  underWay.set(id, done);
  void done.then((isTaken) => {
    underWay.delete(id);
    if (!isTaken) forgetUndo(id);
  });
  return id;
}

/** It was taken back, or never can be. */
export function forgetUndo(id: number): void {
  write(readEntries().filter((entry) => entry.id !== id));
}

/** The last action of a session, or of none in particular; null where there is none. */
export function lastUndo(sessionId: string): UndoEntry | null {
  const isHere = (entry: UndoEntry) => entry.sessionId === null || entry.sessionId === sessionId;
  return readEntries().findLast(isHere) ?? null;
}

/** Settles when the studio has heard of the action itself. */
export async function settled({ id }: UndoEntry): Promise<void> {
  await underWay.get(id);
}

function readEntries(): readonly UndoEntry[] {
  entries ??= stored();
  return entries;
}

/** By hand, since zod is not on the first load: only the studio writes it, and the routes check what is sent. */
function stored(): UndoEntry[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Where the storage is full or forbidden, what is remembered does not outlive the page. */
function write(next: readonly UndoEntry[]): void {
  entries = next.slice(-ENTRIES_MAX);
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(entries));
  } catch {
    return;
  }
}
