import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { endPlannedCalls } from "@/lib/server/calls/end-planned-calls";
import { markSketch } from "@/lib/server/db/queries/generations";
import { type CallRow, claimCall } from "@/lib/server/db/queries/journal/calls";
import { commitInLedger } from "@/lib/server/db/queries/money/ledger";
import { guardMatrixCap } from "@/lib/server/limits/matrix-cap";
import { guardMonthlyLimit } from "@/lib/server/limits/monthly-limit";
import type { CallToSend, SpendingGuard, SpendingVerdict } from "@/lib/server/limits/spending-guard";
import type { Services } from "@/lib/server/services";
import { estimateCall } from "@/lib/server/spending/estimate-call";
import { endCall } from "./end-call";
import type { LoadedCall } from "./load-call";

/** Every limit on what may be spent, asked in this order; the first that does not say "send" decides. */
const SPENDING_GUARDS: readonly SpendingGuard[] = [guardMatrixCap, guardMonthlyLimit];

/**
 * Takes a call for sending if every limit allows it: they are asked in the transaction that takes it.
 * "gone": it was taken or ended before, or a limit has ended it now; "held": it waits for room.
 */
export async function claimWithinLimits(
  services: Services,
  loaded: LoadedCall,
): Promise<CallRow | "held" | "gone"> {
  if (loaded.call.state !== "planned") return "gone";
  const { id } = loaded.call;
  // As things stand now: the row may have other prices than when it was planned, and another provider may serve.
  const estimate = estimateCall(
    services,
    services.modelOf(loaded.generation.modelId),
    loaded.generation,
    loaded.call.imageCount,
  );
  const claimed = await services.database.drizzle.transaction(async (db) => {
    const verdict = await askGuards(services, db, { ...loaded, estimateUsd: estimate?.upperUsd ?? null });
    if (verdict !== "send") return verdict;
    await markSketch(db, { id: loaded.generation.id, isSketch: services.provider.isOffline });
    const call = await claimCall(db, { id, workerId: services.workerId });
    if (call) await commitInLedger(db, { callId: id, provider: services.provider.label, estimate });
    return call;
  });
  if (claimed === "wait") return "held";
  if (!(claimed instanceof AppError)) return claimed ?? "gone";
  await endCall(services, loaded, claimed, ["planned"]);
  const { matrixId } = loaded.generation;
  // A cap is a stop line: a cheaper cell that would still fit is not sent past it.
  if (claimed.code === "cap_reached" && matrixId) await endPlannedCalls(services, { matrixId }, claimed);
  return "gone";
}

async function askGuards(
  services: Services,
  db: Parameters<SpendingGuard>[0],
  sending: CallToSend,
): Promise<SpendingVerdict> {
  for (const guard of SPENDING_GUARDS) {
    const verdict = await guard(db, sending, services);
    if (verdict !== "send") return verdict;
  }
  return "send";
}
