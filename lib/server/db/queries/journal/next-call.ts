import "server-only";
import { and, asc, eq, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls } from "@/lib/server/schema/studio-tables";

/** Of one lane, and in it the next in order: who has waited longest for a turn goes first. */
export type NextCall = { id: string; lane: string };

const isPlanned = and(eq(calls.state, "planned"), isNull(calls.cancelRequestedAt));
const isDue = or(isNull(calls.notBefore), lte(calls.notBefore, sql`clock_timestamp()`));

/**
 * The call whose turn it is among those that are due: lanes take turns, so that a single prompt is not behind a
 * matrix of a hundred; within a lane calls go in their order. Null: none is due.
 * @param params.except calls and lanes that were tried a moment ago and have to wait
 */
export async function readNextCall(
  db: Db,
  params: { except: { ids: string[]; lanes: string[] } },
): Promise<NextCall | null> {
  const { ids, lanes } = params.except;
  const first = db
    .selectDistinctOn([calls.lane], { id: calls.id, lane: calls.lane })
    .from(calls)
    .where(and(isPlanned, isDue, notAmong(calls.id, ids), notAmong(calls.lane, lanes)))
    .orderBy(asc(calls.lane), asc(calls.id))
    .as("first");
  const lastTurn = sql`(select max(earlier.sent_at) from ${calls} earlier where earlier.lane = ${first.lane})`;
  const [next] = await db
    .select({ id: first.id, lane: first.lane })
    .from(first)
    .orderBy(sql`${lastTurn} nulls first`, asc(first.id))
    .limit(1);
  return next ?? null;
}

/** How long it is until a call that waits is due, in milliseconds; null where none has a time. */
export async function readNextDueMs(db: Db): Promise<number | null> {
  const [next] = await db
    .select({
      dueInMs: sql<
        number | null
      >`ceil(extract(epoch from min(${calls.notBefore}) - clock_timestamp()) * 1000)`,
    })
    .from(calls)
    .where(and(isPlanned, sql`${calls.notBefore} > clock_timestamp()`));
  const dueInMs = next?.dueInMs ?? null;
  return dueInMs === null ? null : Number(dueInMs);
}

function notAmong(column: typeof calls.id | typeof calls.lane, values: string[]): SQL | undefined {
  return values.length === 0 ? undefined : notInArray(column, values);
}
