import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { atMost } from "@/lib/server/at-most";
import {
  forgetNamelessVisitors,
  insertVisitor,
  lockShare,
  updateVisitor,
} from "@/lib/server/db/queries/sharing/visitors";
import { countTry, takeBackTry } from "@/lib/server/limits/rate-limit";
import type { Db } from "@/lib/server/ports/database";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import type { Services } from "@/lib/server/services";
import { isPassword } from "@/lib/server/shares/password";
import type { Visit } from "./open-share";
import { PASSWORDS, VISITORS_A_SHARE_MAX } from "./review-limits";
import { newCookie } from "./visitor-cookie";

/**
 * Fewer than the tries that a gallery has: a team that comes in one moment takes its own back in time. Of the
 * process, not of a studio: hashes take the memory of the one and all.
 */
const oneOfFew = atMost(4);

/** `cookie` is for a new browser to keep; null where it has its own, or where nothing was locked. */
export type Unlocking =
  | { kind: "open"; cookie: string | null }
  | { kind: "wrong" }
  | { kind: "later"; retryAfterMs: number };

/** Answers the password of a gallery. */
export async function unlock(
  { database }: Pick<Services, "database">,
  visit: Visit,
  password: string,
): Promise<Unlocking> {
  const { passwordHash } = visit.share;
  if (passwordHash === null) return { kind: "open", cookie: null };
  return oneOfFew(() => checkAnswer(database.drizzle, visit, passwordHash, password));
}

/** Counts the answer, and looks whether it is the right one. */
async function checkAnswer(db: Db, visit: Visit, passwordHash: string, password: string): Promise<Unlocking> {
  const key = `password:${visit.share.id}`;
  try {
    await countTry(db, key, PASSWORDS);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too_many_tries") throw error;
    return { kind: "later", retryAfterMs: error.retryAfterMs ?? 0 };
  }
  if (!(await isPassword(passwordHash, password))) return { kind: "wrong" };
  // A right answer is no attempt: a team that comes all at once does not lock itself out.
  await takeBackTry(db, key);
  return { kind: "open", cookie: await keepAnswer(db, visit, passwordHash) };
}

/** On the visitor's row, whose name and picks stay, or a new one; the answer is its cookie, where it is new. */
async function keepAnswer(db: Db, { share, visitor }: Visit, unlockedHash: string): Promise<string | null> {
  const shareId = share.id;
  if (visitor) {
    await updateVisitor(db, { shareId, id: visitor.id, changes: { unlockedHash } });
    return null;
  }
  const cookie = newCookie();
  await db.transaction(async (tx) => {
    await lockShare(tx, { shareId });
    await forgetNamelessVisitors(tx, { shareId, kept: VISITORS_A_SHARE_MAX - 1 });
    await insertVisitor(tx, { shareId, cookieHash: secretHash(cookie), name: null, unlockedHash });
  });
  return cookie;
}
