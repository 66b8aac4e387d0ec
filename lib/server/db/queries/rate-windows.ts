import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { rateWindows } from "@/lib/server/schema/share-tables";

export type RateWindow = typeof rateWindows.$inferSelect;

/**
 * Counts one more try in the window of `key`, in one statement, so that all instances count together. A window
 * that began at `begunBefore` or earlier is over, and a new one starts. Beyond `max` the count stays at `max` + 1.
 */
export async function addTry(
  db: Db,
  params: { key: string; max: number; begunBefore: Date; now: Date },
): Promise<RateWindow | null> {
  const { key, max, begunBefore, now } = params;
  const isOver = sql`${rateWindows.startedAt} <= ${begunBefore.toISOString()}::timestamptz`;
  const [window] = await db
    .insert(rateWindows)
    .values({ key, startedAt: now, count: 1 })
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: {
        // What is refused is not counted on: those who were let in and take their try back make room again.
        count: sql`case when ${isOver} then 1 else least(${rateWindows.count}, ${max}::int) + 1 end`,
        startedAt: sql`case when ${isOver} then ${now.toISOString()}::timestamptz else ${rateWindows.startedAt} end`,
      },
    })
    .returning();
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
export async function deleteWindows(db: Db, params: { startedBefore: Date }): Promise<void> {
  await db.delete(rateWindows).where(lt(rateWindows.startedAt, params.startedBefore));
}
