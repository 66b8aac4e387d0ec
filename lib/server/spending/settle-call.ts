import "server-only";
import type { Billed } from "@/lib/domain/errors/app-error";
import { countPictureInLedger, type Settlement, settleInLedger } from "@/lib/server/db/queries/money/ledger";
import { addToSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";

type Owner = { callId: string; sessionId: string };

/**
 * Settles what a call counts, in the ledger and in its session's total; part of the transaction that says how the
 * call ended. Done twice it is done once.
 */
export async function settleCall(
  db: Db,
  { callId, sessionId, ...settlement }: Owner & Settlement,
): Promise<void> {
  const usd = await settleInLedger(db, { callId, ...settlement });
  if (usd !== 0) await addToSession(db, { id: sessionId, pictures: 0, usd });
}

/** How an answer is settled: at its cost, or at its estimate where nobody was told how much it was. */
export function settlementOfAnswer(costUsd: number | null): Settlement {
  return { basis: costUsd === null ? "estimated" : "final", costUsd };
}

/** How a call that failed is settled: it counts at its estimate where it was or may have been charged for. */
export function settlementOfFailure(billed: Billed): Settlement {
  return billed === "no" ? { basis: "free", costUsd: 0 } : { basis: "estimated", costUsd: null };
}

/** Counts a finished picture; part of the transaction that finishes it. */
export async function recordPicture(
  db: Db,
  { callId, sessionId, isInTrash }: Owner & { isInTrash: boolean },
): Promise<void> {
  // One in the trash is counted in its session when it is brought back.
  if (!isInTrash) await addToSession(db, { id: sessionId, pictures: 1, usd: 0 });
  await countPictureInLedger(db, { callId });
}
