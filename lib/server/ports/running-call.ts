import "server-only";

/** A call that this process has in hand, from before it is claimed until its end is journalled. */
export type RunningCall = {
  /** Aborted when the person cancels, or the studio stops. */
  signal: AbortSignal;
  abort(reason?: unknown): void;
  /** Says at which moment (performance.now) a statement was begun that found its lease this worker's. */
  confirmLease(atMs: number): void;
  /** Whether that was less than half a lease ago, by the clock that goes on and by the one on the wall. */
  isLeaseFresh(): boolean;
  /** Its request may have left: from here on nobody can say that it was not billed. */
  isSent: boolean;
  /** Its final has begun to come, or is being stored. A studio that stops waits for it. */
  readonly isAnswering: boolean;
  /** Says so, and gives it so much time from now on; said again, it changes nothing. */
  answering(withinMs: number): void;
  /** Resolves when it has taken longer than it can take: nobody waits for it any more. */
  overdue: Promise<void>;
  /** Resolves when this process has it no more in hand. */
  ended: Promise<void>;
  end(): void;
};
