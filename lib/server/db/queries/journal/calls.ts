import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { databaseIn, databaseNow, type WithMoments } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { type CallState, calls } from "@/lib/server/schema/studio-tables";

export type CallRow = typeof calls.$inferSelect;
type CallChanges = WithMoments<Partial<typeof calls.$inferInsert>>;

/** How long a worker is believed to live without a sign of life. */
export const LEASE_MS = 20_000;
export const leaseFromNow = () => databaseIn(LEASE_MS);
const isDue = or(isNull(calls.notBefore), lte(calls.notBefore, databaseNow()));

export async function insertCalls(db: Db, rows: (typeof calls.$inferInsert)[]): Promise<void> {
  await db.insert(calls).values(rows);
}

/**
 * Takes a planned call for sending: exactly one worker gets it, and once this is committed it
 * counts as sent, whatever happens next. Null: it was taken, ended or cancelled before, or is not due.
 */
export async function claimCall(db: Db, params: { id: string; workerId: string }): Promise<CallRow | null> {
  const [row] = await db
    .update(calls)
    .set({
      state: "sent",
      sends: sql`${calls.sends} + 1`,
      sentAt: databaseNow(),
      notBefore: null,
      workerId: params.workerId,
      leaseUntil: leaseFromNow(),
      fence: "held",
    })
    .where(and(eq(calls.id, params.id), eq(calls.state, "planned"), isNull(calls.cancelRequestedAt), isDue))
    .returning();
  return row ?? null;
}

/** Ends or reschedules a call that is in one of the `from` states; false when it is not. */
export async function moveCall(
  db: Db,
  params: { id: string; from: CallState[]; changes: CallChanges; unlessCancelled?: boolean },
): Promise<boolean> {
  const notCancelled = params.unlessCancelled ? isNull(calls.cancelRequestedAt) : undefined;
  const rows = await db
    .update(calls)
    .set(params.changes)
    .where(and(eq(calls.id, params.id), inArray(calls.state, params.from), notCancelled))
    .returning({ id: calls.id });
  return rows.length > 0;
}

export async function listOpenCallsOf(db: Db, params: { generationId: string }): Promise<CallRow[]> {
  const open = inArray(calls.state, ["planned", "sent"]);
  return db
    .select()
    .from(calls)
    .where(and(eq(calls.generationId, params.generationId), open));
}

/** What the answered calls of a generation used and cost, in their order. */
export async function listAnsweredCalls(
  db: Db,
  params: { generationId: string },
): Promise<Pick<CallRow, "usage" | "costUsd">[]> {
  return db
    .select({ usage: calls.usage, costUsd: calls.costUsd })
    .from(calls)
    .where(and(eq(calls.generationId, params.generationId), eq(calls.state, "answered")))
    .orderBy(asc(calls.firstIndex));
}

/** Asks whoever works on a generation to stop. */
export async function requestCancel(db: Db, params: { generationId: string }): Promise<void> {
  await db
    .update(calls)
    .set({ cancelRequestedAt: databaseNow() })
    .where(and(eq(calls.generationId, params.generationId), inArray(calls.state, ["planned", "sent"])));
}
