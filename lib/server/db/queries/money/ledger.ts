import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Estimate } from "@/lib/domain/money/cost";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { databaseNow } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { type LedgerBasis, ledger } from "@/lib/server/schema/ledger-table";

/** How a call is settled. A cost of null: it counts at the upper end of its estimate. */
export type Settlement = {
  basis: Extract<LedgerBasis, "free" | "estimated" | "final">;
  costUsd: number | null;
};

/** What a settled row may still become: what is known better replaces what was known less well, and never back. */
const MAY_BECOME = {
  free: ["planned", "committed"],
  estimated: ["planned", "committed", "free"],
  final: ["planned", "committed", "free", "estimated"],
} satisfies Record<Settlement["basis"], LedgerBasis[]>;

/** Writes down calls that wait, each with its estimate. */
export async function planInLedger(
  db: Db,
  params: {
    owner: Pick<typeof ledger.$inferInsert, "viewerId" | "sessionId" | "matrixId" | "modelId">;
    calls: readonly { id: string; estimate: Estimate | null }[];
  },
): Promise<void> {
  const rows = params.calls.map(({ id, estimate }) => ({
    ...params.owner,
    ...estimateColumns(estimate),
    callId: id,
    basis: "planned" as const,
  }));
  await db.insert(ledger).values(rows);
}

/** A call is sent: from here on it counts at the upper end of what it is estimated to cost now. */
export async function commitInLedger(
  db: Db,
  params: { callId: string; provider: string; estimate: Estimate | null },
): Promise<void> {
  const { callId, provider, estimate } = params;
  await db
    .update(ledger)
    .set({ basis: "committed", provider, ...estimateColumns(estimate) })
    .where(and(eq(ledger.callId, callId), eq(ledger.basis, "planned")));
}

/** A call that was provably not charged for waits again. */
export async function releaseInLedger(db: Db, params: { callId: string }): Promise<void> {
  await db
    .update(ledger)
    .set({ basis: "planned" })
    .where(and(eq(ledger.callId, params.callId), eq(ledger.basis, "committed")));
}

/**
 * Settles a call. It has an effect once, whoever comes twice; a cost that becomes known later replaces an estimate,
 * on the day that the estimate counted on.
 * @returns by how much what it counts has grown, in dollars; zero where nothing changed
 */
export async function settleInLedger(db: Db, params: { callId: string } & Settlement): Promise<number> {
  const { callId, basis, costUsd } = params;
  const [before] = await db
    .select({ basis: ledger.basis, costMicroUsd: ledger.costMicroUsd })
    .from(ledger)
    .where(eq(ledger.callId, callId))
    .for("update");
  const counted = before?.costMicroUsd ?? 0;
  const [row] = await db
    .update(ledger)
    .set({
      basis,
      costMicroUsd: costUsd === null ? sql`${ledger.upperMicroUsd}` : toMicroUsd(costUsd),
      day: sql`coalesce(${ledger.day}, ${today()})`,
    })
    .where(and(eq(ledger.callId, callId), inArray(ledger.basis, MAY_BECOME[basis])))
    .returning({ costMicroUsd: ledger.costMicroUsd });
  return row ? ((row.costMicroUsd ?? 0) - counted) / 1e6 : 0;
}

/** Counts a finished picture of a call. */
export async function countPictureInLedger(db: Db, params: { callId: string }): Promise<void> {
  await db
    .update(ledger)
    .set({ pictures: sql`${ledger.pictures} + 1` })
    .where(eq(ledger.callId, params.callId));
}

/** A day of the calendar in UTC, by the clock that all instances share. */
export function today() {
  return sql<string>`(${databaseNow()} at time zone 'utc')::date`;
}

/** The first day of this month. */
export function thisMonth() {
  return sql<string>`date_trunc('month', ${databaseNow()} at time zone 'utc')::date`;
}

function estimateColumns(estimate: Estimate | null) {
  return {
    lowerMicroUsd: estimate && toMicroUsd(estimate.lowerUsd),
    upperMicroUsd: estimate && toMicroUsd(estimate.upperUsd),
  };
}
