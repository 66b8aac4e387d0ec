import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, ne, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls } from "@/lib/server/schema/studio-tables";
import { databaseIn, databaseNow } from "../clock";
import { type CallRow, leaseFromNow } from "./journal/calls";

/** Sent, or answered with pictures that are not finished yet. */
const isFollowed = or(eq(calls.state, "sent"), and(eq(calls.state, "answered"), isNotNull(calls.leaseUntil)));

/** A call that this worker still has; `isCancelled`: someone, perhaps elsewhere, asked to stop it. */
export type KeptCall = { id: string; isSent: boolean; isCancelled: boolean };

/**
 * A sign of life for the calls that this worker follows, and for no other: what it lost must lapse. One statement,
 * which also tells of cancels, whenever and by whatever clock they were asked for.
 */
export async function extendLeases(db: Db, params: { workerId: string; ids: string[] }): Promise<KeptCall[]> {
  const { workerId, ids } = params;
  if (ids.length === 0) return [];
  const rows = await db
    .update(calls)
    .set({ leaseUntil: sql`case when ${isFollowed} then ${leaseFromNow()} else ${calls.leaseUntil} end` })
    .where(and(inArray(calls.id, ids), eq(calls.workerId, workerId)))
    .returning({ id: calls.id, state: calls.state, cancelRequestedAt: calls.cancelRequestedAt });
  return rows.map(({ id, state, cancelRequestedAt }) => ({
    id,
    isSent: state === "sent",
    isCancelled: state !== "answered" && cancelRequestedAt !== null,
  }));
}

/**
 * The last look before a call's request leaves: whether it is still to be sent, and by this worker, whose lease
 * holds. True: from here on it counts as having left, whatever happens next.
 */
export async function letCallLeave(db: Db, params: { id: string; workerId: string }): Promise<boolean> {
  const { id, workerId } = params;
  const rows = await db
    .update(calls)
    .set({ fence: "left", leaseUntil: leaseFromNow() })
    .where(
      and(
        eq(calls.id, id),
        eq(calls.state, "sent"),
        eq(calls.fence, "held"),
        eq(calls.workerId, workerId),
        gt(calls.leaseUntil, databaseNow()),
        isNull(calls.cancelRequestedAt),
      ),
    )
    .returning({ id: calls.id });
  return rows.length > 0;
}

/** Puts a call back that this worker took and did not send; false when it is no more this worker's, or cancelled. */
export async function handBack(
  db: Db,
  params: { id: string; workerId: string; forMs: number },
): Promise<boolean> {
  const { id, workerId, forMs } = params;
  const rows = await db
    .update(calls)
    .set({
      ...{ state: "planned", fence: null, workerId: null, leaseUntil: null, sentAt: null },
      sends: sql`${calls.sends} - 1`,
      notBefore: databaseIn(forMs),
    })
    .where(
      and(
        eq(calls.id, id),
        eq(calls.state, "sent"),
        eq(calls.workerId, workerId),
        isNull(calls.cancelRequestedAt),
      ),
    )
    .returning({ id: calls.id });
  return rows.length > 0;
}

export type AbandonedParams = {
  /** Who takes them. */
  workerId: string;
  /** Those of every other worker are taken, whatever their leases say. */
  onlyWorkerAlive: string | null;
  /** Calls that this process follows: it lives, however late its signs of life are. */
  followed: string[];
  limit: number;
  /** How long they are this worker's to end, before they are anyone's again. */
  withinMs: number;
};

/** Takes sent calls whose worker shows no sign of life, each by one worker. */
export async function claimAbandonedCalls(db: Db, params: AbandonedParams): Promise<CallRow[]> {
  const { workerId, onlyWorkerAlive, followed, limit, withinMs } = params;
  const lapsed = or(isNull(calls.leaseUntil), lt(calls.leaseUntil, databaseNow()));
  const abandoned = db
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.state, "sent"),
        followed.length > 0 ? notInArray(calls.id, followed) : undefined,
        onlyWorkerAlive ? or(lapsed, isNull(calls.workerId), ne(calls.workerId, onlyWorkerAlive)) : lapsed,
      ),
    )
    .orderBy(asc(calls.leaseUntil), asc(calls.id))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(calls)
    .set({ workerId, leaseUntil: databaseIn(withinMs) })
    .where(inArray(calls.id, abandoned))
    .returning();
}
