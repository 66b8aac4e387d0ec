import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { retryDelayMs } from "@/lib/server/calls/retry-policy";
import { databaseFaultOf } from "@/lib/server/db/database-fault";
import type { RunningCall } from "@/lib/server/ports/running-call";
import type { Services } from "@/lib/server/services";
import { abandonCall } from "./abandon-call";
import { claimWithinLimits } from "./claim-within-limits";
import { endCall, postponeCall } from "./end-call";
import { NotSentError } from "./fence";
import { finishCall } from "./finish-call";
import { followCall, STORED_WITHIN_MS } from "./follow-call";
import { handBackCall } from "./hand-back-call";
import { type LoadedCall, loadCall } from "./load-call";
import { openRunningCall } from "./open-running-call";

/** What claiming may take before, and ending after, the time that the provider has. */
const CLAIMED_AND_ENDED_WITHIN_MS = 2 * 60_000;

const NEVER_SENT = { billed: "no", message: "The studio failed before it was sent." } as const;

/** A call that was taken, until its end; "held": a limit makes it wait; "gone": someone else has it, or it ended. */
type Started = { done: Promise<void> } | "held" | "gone";

/** Sends one planned call and follows it to its end, as `startCall` does. */
export async function runCall(services: Services, callId: string): Promise<void> {
  const started = await startCall(services, callId);
  if (typeof started === "object") await started.done;
}

/**
 * Takes a planned call, and answers as soon as that is decided. It is done when the journal says how it ended,
 * or when it is overdue: whatever hangs then is left to itself, its lease lapses, and it is recovered like one
 * whose worker died. What the provider does wrong ends the call, never the worker.
 */
export async function startCall(services: Services, callId: string): Promise<Started> {
  const { running } = services;
  // It may be told of twice; the call keeps its first run.
  if (running.has(callId) || services.stopping.aborted) return "gone";
  const run = openRunningCall(services.env.STUDIO_OVERALL_TIMEOUT_S * 1000 + CLAIMED_AND_ENDED_WITHIN_MS);
  // From before the call is taken, so that a cancel finds it however soon it comes.
  running.set(callId, run);
  const letGo = () => {
    running.delete(callId);
    run.end();
  };
  let isTaken = false;
  try {
    const loaded = await loadCall(services.database.drizzle, { id: callId });
    if (!loaded) return "gone";
    const claimedAtMs = performance.now();
    const call = await claimWithinLimits(services, loaded);
    if (typeof call === "string") return call;
    isTaken = true;
    run.confirmLease(claimedAtMs);
    return { done: untilOverdue(services, { ...loaded, call }, run).finally(letGo) };
  } finally {
    if (!isTaken) letGo();
  }
}

async function untilOverdue(services: Services, loaded: LoadedCall, run: RunningCall): Promise<void> {
  const callId = loaded.call.id;
  const ended = followToItsEnd(services, loaded, run);
  const isOverdue = await Promise.race([ended.then(() => false), run.overdue.then(() => true)]);
  if (!isOverdue) return;
  services.log.warn("call-overdue", { callId });
  ended.catch((error: unknown) => services.log.warn("worker-error", { callId, error }));
}

async function followToItsEnd(services: Services, loaded: LoadedCall, run: RunningCall): Promise<void> {
  try {
    const answer = await followCall(services, loaded, run);
    run.answering(STORED_WITHIN_MS);
    await finishCall(services, loaded, services.modelOf(loaded.generation.modelId), answer);
  } catch (thrown) {
    services.log.warn("call-failed", { callId: loaded.call.id, error: thrown });
    await settleFault(services, loaded, run, thrown);
  }
  // Its true cost may have made room for calls that wait, here or elsewhere.
  await services.queue.wake(services.database.drizzle);
}

async function settleFault(
  services: Services,
  loaded: LoadedCall,
  run: RunningCall,
  thrown: unknown,
): Promise<void> {
  const isStopped = thrown instanceof AppError && thrown.code === "interrupted";
  if (!run.isSent && (isStopped || mayPass(thrown))) await handBackCall(services, loaded);
  else if (thrown instanceof AppError) await settleError(services, loaded, thrown);
  // A fault of our own says nothing about the provider: what was sent is looked for in storage.
  else if (run.isSent) await abandonCall(services, loaded.call, new AppError("studio_failed"));
  else await endCall(services, loaded, new AppError("studio_failed", NEVER_SENT));
}

/** What another try, or another worker, need not meet again. */
function mayPass(thrown: unknown): boolean {
  return thrown instanceof NotSentError || databaseFaultOf(thrown) !== null;
}

/** Sends it again where that is provably free, ends it otherwise. */
async function settleError(services: Services, loaded: LoadedCall, error: AppError): Promise<void> {
  const delayMs = retryDelayMs(error, loaded.call.sends);
  if (delayMs === null) await endCall(services, loaded, error);
  else await postponeCall(services, loaded, new Date(Date.now() + delayMs));
}
