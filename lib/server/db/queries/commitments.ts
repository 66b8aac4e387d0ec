import "server-only";
import { and, eq, gte, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, settings } from "@/lib/server/schema/studio-tables";

/** A call's part of its generation's estimate. */
const estimate = sql`${generations.estimateUsd} * ${calls.imageCount} / ${generations.imageCount}`;

/**
 * Estimates in dollars of what is not settled: calls waiting to be sent, calls under way, and calls
 * since `since` of which nobody knows whether they were billed.
 */
export async function readCommitments(
  db: Db,
  params: { viewerId: string; since: Date },
): Promise<{ plannedUsd: number; sentUsd: number; unknownUsd: number }> {
  const sum = (state: string) =>
    sql<number>`coalesce(sum(${estimate}) filter (where ${calls.state} = ${state}), 0)`.mapWith(Number);
  const isOpen = sql`${calls.state} in ('planned', 'sent')`;
  const isUnknown = and(eq(calls.state, "unknown"), gte(calls.endedAt, params.since));
  const [sums] = await db
    .select({ plannedUsd: sum("planned"), sentUsd: sum("sent"), unknownUsd: sum("unknown") })
    .from(calls)
    .innerJoin(generations, eq(generations.id, calls.generationId))
    .where(and(eq(generations.viewerId, params.viewerId), sql`(${isOpen} or ${isUnknown})`));
  return sums ?? { plannedUsd: 0, sentUsd: 0, unknownUsd: 0 };
}

/** Makes other transactions that ask for the viewer's limit wait until this one ends. */
export async function lockSpending(db: Db, params: { viewerId: string }): Promise<void> {
  await db.insert(settings).values(params).onConflictDoNothing();
  await db.select().from(settings).where(eq(settings.viewerId, params.viewerId)).for("update");
}
