import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { settleAnswers } from "@/lib/server/answers/settle-answers";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import { claimAbandonedCalls } from "@/lib/server/db/queries/leases";
import type { Services } from "@/lib/server/services";
import { abandonCall } from "./abandon-call";
import { handBackCall } from "./hand-back-call";
import { loadCall } from "./load-call";

/** So many are ended side by side: each may read a picture from storage. */
const AT_ONCE = 8;
/** What ending one may take. One that takes longer is let go of, and taken again by whoever comes next. */
const ENDED_WITHIN_MS = 30_000;

/**
 * Takes up what a stopped process left: sent calls without a living worker are ended, each by one process. One that
 * cannot be ended now is tried again later and holds up no other. Planned calls need nothing: whoever looks for
 * work finds them.
 */
export async function recover(services: Services, params: { isStart: boolean }): Promise<void> {
  const { workerId, running, keeper, stopping } = services;
  const { drizzle: db, kind } = services.database;
  // The embedded database belongs to one process, so at its start every other worker is dead.
  const onlyWorkerAlive = params.isStart && kind === "pglite" ? workerId : null;
  await settleAnswers(services, onlyWorkerAlive);
  let taken: CallRow[];
  do {
    const followed = [...running.keys(), ...keeper.callIds()];
    const claim = { workerId, onlyWorkerAlive, followed, limit: AT_ONCE, withinMs: 2 * ENDED_WITHIN_MS };
    taken = await claimAbandonedCalls(db, claim);
    await Promise.all(taken.map((call) => takeUp(services, call)));
  } while (taken.length === AT_ONCE && !stopping.aborted);
}

async function takeUp(services: Services, call: CallRow): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ENDED_WITHIN_MS);
  const ended = endOrHandBack(services, call).catch((error: unknown) =>
    services.log.warn("worker-error", { callId: call.id, error }),
  );
  await Promise.race([ended, late]);
  clearTimeout(timer);
}

async function endOrHandBack(services: Services, call: CallRow): Promise<void> {
  // Its worker never looked a last time, without which nothing leaves: it was not sent, so it waits again.
  const loaded = call.fence === "held" ? await loadCall(services.database.drizzle, call) : null;
  if (loaded) await handBackCall(services, loaded);
  else await abandonCall(services, call, new AppError("interrupted"));
}
