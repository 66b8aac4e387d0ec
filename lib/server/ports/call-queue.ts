import "server-only";
import type { Db } from "./database";

/** Who is told that a call waits. It decides nothing: the journal does, so a job may come twice or late. */
export interface CallQueue {
  /** Asks for calls to be taken; inside a transaction the jobs exist when that is committed. */
  enqueue(db: Db, calls: readonly { id: string; notBefore: Date | null }[]): Promise<void>;
  /** Starts workers, at most `concurrency` calls at once in this process. */
  work(concurrency: number, handler: (callId: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}
