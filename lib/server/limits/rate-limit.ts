import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Db } from "@/lib/server/ports/database";
import { rateWindows } from "@/lib/server/schema/share-tables";

export type Rate = { max: number; windowMs: number };

/** The longest window in use; what is older counts for nothing. */
const OLDEST_MS = 86_400_000;

/**
 * Counts one more try of something, on every instance together.
 * @param key what is tried and by whom, such as "password:<share>"
 * @throws AppError too_many_tries once there were `max` in the window, with the time until it ends
 */
export async function countTry(
  db: Db,
  key: string,
  { max, windowMs }: Rate,
  now = new Date(),
): Promise<void> {
  const begun = new Date(now.getTime() - windowMs);
  const isOver = sql`${rateWindows.startedAt} <= ${begun.toISOString()}::timestamptz`;
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
  if (!window || window.count <= max) return;
  const retryAfterMs = window.startedAt.getTime() + windowMs - now.getTime();
  throw new AppError("too_many_tries", { retryAfterMs });
}

/** Takes back a try that turned out to be none. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await db
    .update(rateWindows)
    .set({ count: sql`greatest(${rateWindows.count} - 1, 0)` })
    .where(eq(rateWindows.key, key));
}

/** Forgets windows that ended long ago. */
export async function forgetTries(db: Db, now = new Date()): Promise<void> {
  await db.delete(rateWindows).where(lt(rateWindows.startedAt, new Date(now.getTime() - OLDEST_MS)));
}
