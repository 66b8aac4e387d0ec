import "server-only";
import { eq, lt, type SQL, sql } from "drizzle-orm";
import { databaseAgo, databaseNow } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { rateWindows } from "@/lib/server/schema/share-tables";

/** How many tries there were, and how long ago the first was. */
export type RateWindow = { count: number; ageMs: number };

/**
 * Counts one more try in the window of `key`, in one statement, so that all instances count together. A window
 * that began `windowMs` ago or earlier is over, and a new one starts. Beyond `max` the count stays at `max` + 1.
 */
export async function addTry(
  db: Db,
  params: { key: string; max: number; windowMs: number; moment: Date | undefined },
): Promise<RateWindow | null> {
  const { key, max, windowMs, moment } = params;
  const now = databaseNow(moment);
  const isOver = sql`${rateWindows.startedAt} <= ${databaseAgo(windowMs, moment)}`;
  const [window] = await db
    .insert(rateWindows)
    .values({ key, startedAt: now, count: 1 })
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: {
        // What is refused is not counted on: those who were let in and take their try back make room again.
        count: sql`case when ${isOver} then 1 else least(${rateWindows.count}, ${max}::int) + 1 end`,
        startedAt: sql`case when ${isOver} then ${now} else ${rateWindows.startedAt} end`,
      },
    })
    .returning({
      count: rateWindows.count,
      ageMs: sql`extract(epoch from ${now} - ${rateWindows.startedAt}) * 1000`.mapWith(Number),
    });
  return window ?? null;
}

/** One try less in the window of `key`. */
export async function subtractTry(db: Db, params: { key: string }): Promise<void> {
  await db
    .update(rateWindows)
    .set({ count: sql`greatest(${rateWindows.count} - 1, 0)` })
    .where(eq(rateWindows.key, params.key));
}

/** For housekeeping: forgets windows that began before a moment. */
export async function deleteWindows(db: Db, params: { startedBefore: SQL<Date> }): Promise<void> {
  await db.delete(rateWindows).where(lt(rateWindows.startedAt, params.startedBefore));
}
