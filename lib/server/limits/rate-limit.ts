import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { databaseAgo } from "@/lib/server/db/clock";
import { addTry, deleteWindows, subtractTry } from "@/lib/server/db/queries/journal/rate-windows";
import type { Db } from "@/lib/server/ports/database";

export type Rate = { max: number; windowMs: number };

/** The longest window in use; what is older counts for nothing. */
const OLDEST_MS = 86_400_000;

/**
 * Counts one more try of something, on every instance together.
 * @param key what is tried and by whom, such as "password:<share>"
 * @throws AppError too_many_tries once there were `max` in the window, with the time until it ends
 */
export async function countTry(db: Db, key: string, rate: Rate, moment?: Date): Promise<void> {
  const window = await addTry(db, { key, ...rate, moment });
  if (!window || window.count <= rate.max) return;
  throw new AppError("too_many_tries", { retryAfterMs: Math.max(0, rate.windowMs - window.ageMs) });
}

/** Takes back a try that turned out to be none. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await subtractTry(db, { key });
}

/** Forgets windows that ended long ago. */
export async function forgetTries(db: Db, moment?: Date): Promise<void> {
  await deleteWindows(db, { startedBefore: databaseAgo(OLDEST_MS, moment) });
}
