import "server-only";
import { and, asc, eq, inArray, isNotNull, lt, ne, or } from "drizzle-orm";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { databaseNow } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { calls } from "@/lib/server/schema/studio-tables";
import { type CallRow, leaseFromNow } from "./calls";

/** Sent, or answered with pictures that are not finished yet. */
const isUnsettled = or(
  eq(calls.state, "sent"),
  and(eq(calls.state, "answered"), isNotNull(calls.leaseUntil)),
);

/**
 * Journals what a call answered. It was paid for, so it also replaces an ending that was given too early. False: it
 * was journalled before, perhaps by a try whose own answer was lost.
 */
export async function answerCall(
  db: Db,
  params: { id: string; answer: JournalledAnswer; workerId: string },
): Promise<boolean> {
  const { id, answer, workerId } = params;
  const { usage, costUsd } = answer;
  const rows = await db
    .update(calls)
    .set({
      ...{ state: "answered", endedAt: databaseNow(), answer, usage, costUsd },
      ...{ workerId, leaseUntil: leaseFromNow() },
    })
    .where(and(eq(calls.id, id), inArray(calls.state, ["sent", "cancelled", "unknown"])))
    .returning({ id: calls.id });
  return rows.length > 0;
}

/** Says that this worker looks after them, whoever did before: it has what is needed to finish them. */
export async function takeOverAnswers(db: Db, params: { ids: string[]; workerId: string }): Promise<void> {
  const { ids, workerId } = params;
  await db
    .update(calls)
    .set({ workerId, leaseUntil: leaseFromNow() })
    .where(and(inArray(calls.id, ids), isUnsettled));
}

/** Every picture of the answer is finished or has ended: nobody needs to look after it any more. */
export async function settleAnswer(db: Db, params: { id: string; answer: JournalledAnswer }): Promise<void> {
  const { id, answer } = params;
  await db
    .update(calls)
    .set({ leaseUntil: null, answer })
    .where(and(eq(calls.id, id), eq(calls.state, "answered")));
}

/**
 * Takes up answers with unfinished pictures whose worker shows no sign of life, or that belong to anyone but
 * `onlyWorkerAlive`: at most `limit`, each by one worker.
 */
export async function claimUnsettledAnswers(
  db: Db,
  params: { workerId: string; onlyWorkerAlive: string | null; limit: number },
): Promise<CallRow[]> {
  const { workerId, onlyWorkerAlive, limit } = params;
  const lapsed = lt(calls.leaseUntil, databaseNow());
  const left = onlyWorkerAlive ? or(lapsed, ne(calls.workerId, onlyWorkerAlive)) : lapsed;
  const abandoned = db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.state, "answered"), isNotNull(calls.leaseUntil), left))
    .orderBy(asc(calls.id))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(calls)
    .set({ workerId, leaseUntil: leaseFromNow() })
    .where(inArray(calls.id, abandoned))
    .returning();
}
