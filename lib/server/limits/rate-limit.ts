import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { addTry, deleteWindows, subtractTry } from "@/lib/server/db/queries/rate-windows";
import type { Db } from "@/lib/server/ports/database";

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
  const begunBefore = new Date(now.getTime() - windowMs);
  const window = await addTry(db, { key, max, begunBefore, now });
  if (!window || window.count <= max) return;
  const retryAfterMs = window.startedAt.getTime() + windowMs - now.getTime();
  throw new AppError("too_many_tries", { retryAfterMs });
}

/** Takes back a try that turned out to be none. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await subtractTry(db, { key });
}

/** Forgets windows that ended long ago. */
export async function forgetTries(db: Db, now = new Date()): Promise<void> {
  await deleteWindows(db, { startedBefore: new Date(now.getTime() - OLDEST_MS) });
}
