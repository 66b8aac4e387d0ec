import "server-only";
import { AppError, type AppErrorCode } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { ImageState } from "@/lib/domain/generation/image";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { databaseNow } from "@/lib/server/db/clock";
import { developImagesOfCall } from "@/lib/server/db/queries/images";
import { moveCall } from "@/lib/server/db/queries/journal/calls";
import { releaseInLedger } from "@/lib/server/db/queries/money/ledger";
import { lockSession } from "@/lib/server/db/queries/sessions";
import type { CallState } from "@/lib/server/schema/studio-tables";
import type { Services } from "@/lib/server/services";
import { settleCall, settlementOfFailure } from "@/lib/server/spending/settle-call";
import type { LoadedCall } from "./load-call";

type Ending = Extract<ImageState, "failed" | "cancelled" | "unknown">;

/** Ended by the person or by a limit of theirs, not by a fault. */
const CANCELLING = new Set<AppErrorCode>(["cancelled", "stopped", "cap_reached", "limit_reached"]);

/**
 * How a call's images end when it fails. Unknown: it was sent, and nobody knows whether a picture
 * was made and billed. That is never sent again by itself.
 */
function endingOf({ code, billed }: AppError): Ending {
  if (CANCELLING.has(code)) return "cancelled";
  return billed === "maybe" ? "unknown" : "failed";
}

/**
 * Ends a call and what it covers; images that are finished stay finished.
 * @param from the states in which it may be ended; in another it stays as it is
 */
export async function endCall(
  services: Pick<Services, "database" | "modelOf">,
  { call, generation }: Pick<LoadedCall, "call" | "generation">,
  error: AppError,
  from: CallState[] = ["planned", "sent"],
): Promise<void> {
  const state = endingOf(error);
  const failure = failureFor(error, services.modelOf(generation.modelId), services.modelOf);
  await services.database.drizzle.transaction(async (db) => {
    const { sessionId } = generation;
    await lockSession(db, { id: sessionId });
    const changes = { state, failure, endedAt: databaseNow() };
    if (!(await moveCall(db, { id: call.id, from, changes }))) return;
    await developImagesOfCall(db, { ...call, changes: { state, failure, retryAt: null } });
    await settleCall(db, { callId: call.id, sessionId, ...settlementOfFailure(error.billed) });
  });
}

/** Puts a call back for later: it was provably not billed. */
export async function postponeCall(
  services: Services,
  loaded: Pick<LoadedCall, "call" | "generation">,
  notBefore: Date,
): Promise<void> {
  const { call } = loaded;
  const isPostponed = await services.database.drizzle.transaction(async (db) => {
    const changes = { state: "planned" as const, notBefore, workerId: null, leaseUntil: null, fence: null };
    if (!(await moveCall(db, { id: call.id, from: ["sent"], changes, unlessCancelled: true }))) return false;
    await developImagesOfCall(db, { ...call, changes: { state: "waiting", retryAt: notBefore } });
    await releaseInLedger(db, { callId: call.id });
    await services.queue.wake(db);
    return true;
  });
  if (!isPostponed)
    await endCall(services, loaded, new AppError("cancelled", { billed: "no", message: "Cancelled." }));
}

/** The stored failure; where a model is gone it names the model that came after. */
function failureFor(error: AppError, model: ImageModel, modelOf: Services["modelOf"]): Failure {
  const { successor } = model.lifecycle;
  if (error.code !== "model_not_found" || !successor) return failureOf(error);
  return failureOf(error, `Choose ${modelOf(successor).label} instead: it came after ${model.label}.`);
}
