import "server-only";
import type { Services } from "@/lib/server/services";

/** Wrong tokens that a process answers in a minute; a token cannot be guessed, but a try costs a look into the database. */
const WRONG_MAX = 60;
const WINDOW_MS = 60_000;

type Window = { startedAtMs: number; count: number };
/** In memory: nobody without a token makes the studio write anything. */
const windows = new WeakMap<Services["streams"], Window>();

/**
 * Counts a wrong token. Right ones are not held up by it.
 * @returns how long to wait in milliseconds, null while there were few
 */
export function countWrongToken({ streams }: Pick<Services, "streams">, nowMs = Date.now()): number | null {
  const known = windows.get(streams);
  const isOver = !known || known.startedAtMs + WINDOW_MS <= nowMs;
  const window = isOver ? { startedAtMs: nowMs, count: 0 } : known;
  window.count += 1;
  windows.set(streams, window);
  return window.count > WRONG_MAX ? window.startedAtMs + WINDOW_MS - nowMs : null;
}
