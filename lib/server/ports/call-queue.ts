import "server-only";
import type { Db } from "./database";

/** What came of looking for a call: one is under way until `done`, or none is due for `dueInMs`; null: until told. */
export type Taken = { done: Promise<void> } | { dueInMs: number | null };

/** Who is told that calls wait. It decides nothing and keeps nothing: the journal does, so it may tell twice, late or not at all. */
export interface CallQueue {
  /** Tells every instance to look at the journal; inside a transaction when that is committed. */
  wake(db: Db): Promise<void>;
  /**
   * Starts to look for calls, at most `concurrency` under way at once in this process. `takeNext` is asked by one
   * at a time, so that who is next is decided with everything known that was taken before.
   */
  work(concurrency: number, takeNext: () => Promise<Taken>): Promise<void>;
  /** Takes nothing more, and waits for a look that has begun; what is under way goes on. */
  stop(): Promise<void>;
}
