import "server-only";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import { letCallLeave } from "@/lib/server/db/queries/leases";
import type { RunningCall } from "@/lib/server/ports/running-call";
import type { Services } from "@/lib/server/services";

/** A call that was claimed and not sent: its worker had stalled, or the studio stops. Its request never left. */
export class NotSentError extends Error {
  override name = "NotSentError";
}

/**
 * Stands between claim and send. Whoever claimed a call may have stood still since (a suspended machine, a long pause)
 * while others ended it, cancelled it or had it sent again; so the journal is asked a last time before anything
 * leaves, and the clock once more when the connection is there.
 */
export function openFence(
  { database, workerId, stopping }: Pick<Services, "database" | "workerId" | "stopping">,
  { id }: Pick<CallRow, "id">,
  run: RunningCall,
) {
  return {
    /** @throws NotSentError when it is not to be sent any more, or not by this worker */
    async pass(): Promise<void> {
      if (stopping.aborted) throw new NotSentError("The studio stops.");
      const askedAtMs = performance.now();
      if (!(await letCallLeave(database.drizzle, { id, workerId })))
        throw new NotSentError("It was taken, ended or cancelled meanwhile.");
      run.confirmLease(askedAtMs);
    },
    /** @throws NotSentError when too much time has passed to be sure */
    beforeSend(): void {
      if (stopping.aborted) throw new NotSentError("The studio stops.");
      if (!run.isLeaseFresh()) throw new NotSentError("This process stood still.");
      run.isSent = true;
    },
  };
}
