import { PICTURES_AT_ONCE_MAX } from "@/lib/domain/limits";
import type { CullDecision, Flags } from "./cull-state";

export type PendingFlags = Readonly<Record<string, Flags>>;

type FlagQueueParts = {
  /** Writes one set of flags to pictures, all or none. */
  send(imageIds: string[], flags: Flags): Promise<unknown>;
  /** Whether trying the same again cannot help. */
  isRefusal(thrown: unknown): boolean;
  /** Keeps what is not written yet, for the next time the page opens. */
  keep(pending: PendingFlags): void;
  later(run: () => void, ms: number): void;
};

export type FlagQueue = {
  add(mark: CullDecision): void;
  /** Writes what waits now; settles when nothing does, or when the studio cannot be reached. */
  flush(): Promise<void>;
};

/** Quick keys make one request. */
const BATCH_AFTER_MS = 300;
const RETRY_AFTER_MS = 2_000;

/**
 * Writes marks in batches, one request at a time, so that the last mark of a picture is the one that
 * counts. What could not be written is tried again; what the studio refuses is sent one by one, so
 * that a picture that is gone does not hold back the others.
 * @param pending what an earlier page left
 */
export function flagQueue(parts: FlagQueueParts, pending: PendingFlags = {}): FlagQueue {
  const waiting = new Map(Object.entries(pending));
  let isScheduled = false;
  let running: Promise<void> | null = null;

  const schedule = (ms: number) => {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    parts.later(() => {
      isScheduled = false;
      void flush();
    }, ms);
  };
  const settle = (batch: readonly [string, Flags][]) => {
    for (const [id, flags] of batch) if (waiting.get(id) === flags) waiting.delete(id);
    parts.keep(Object.fromEntries(waiting));
  };
  const write = async (batch: readonly [string, Flags][]): Promise<void> => {
    const [first] = batch;
    if (!first) return;
    try {
      await parts.send(
        batch.map(([id]) => id),
        first[1],
      );
      settle(batch);
    } catch (thrown) {
      if (!parts.isRefusal(thrown)) throw thrown;
      if (batch.length === 1) settle(batch);
      else for (const one of batch) await write([one]);
    }
  };
  const run = async () => {
    while (waiting.size > 0) {
      const batches = Map.groupBy(waiting, ([, { favourite, rejected }]) => `${favourite} ${rejected}`);
      for (const batch of batches.values()) await write(batch.slice(0, PICTURES_AT_ONCE_MAX));
    }
  };
  const flush = () => {
    running ??= run()
      .catch(() => undefined)
      .finally(() => {
        running = null;
        schedule(RETRY_AFTER_MS);
      });
    return running;
  };
  schedule(0);
  return {
    add({ imageId, flags }) {
      // Moves it to the end: an older batch may be on its way.
      waiting.delete(imageId);
      waiting.set(imageId, { ...flags });
      parts.keep(Object.fromEntries(waiting));
      schedule(BATCH_AFTER_MS);
    },
    flush,
  };
}
