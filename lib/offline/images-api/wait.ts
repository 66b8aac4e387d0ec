import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** Waits, or rejects with the signal's reason as soon as it is aborted. 0 still gives way to other work. */
export async function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await sleep(delayMs, undefined, { signal });
}
