import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { notifyChange } from "@/lib/server/db/notify";
import {
  countNamedVisitors,
  insertVisitor,
  lockShare,
  updateVisitor,
} from "@/lib/server/db/queries/sharing/visitors";
import { countTry } from "@/lib/server/limits/rate-limit";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import type { Services } from "@/lib/server/services";
import { requireReview } from "./named-visitor";
import type { Visit } from "./open-share";
import { NAMES, NEW_VISITORS, VISITORS_A_SHARE_MAX } from "./review-limits";
import { newCookie } from "./visitor-cookie";

/**
 * The name under which a visitor writes, given or changed.
 * @returns the cookie that a new browser is to keep; null for one that has its own
 * @throws AppError not_found, too_many_tries
 */
export async function writeName(
  { database }: Pick<Services, "database">,
  visit: Visit,
  name: string,
): Promise<{ cookie: string | null }> {
  requireReview(visit);
  const { drizzle: db } = database;
  const { share, visitor } = visit;
  const shareId = share.id;
  await (visitor?.name
    ? countTry(db, `name:${visitor.id}`, NAMES)
    : countTry(db, `visitors:${shareId}`, NEW_VISITORS));
  const cookie = visitor ? null : newCookie();
  await db.transaction(async (tx) => {
    await lockShare(tx, { shareId });
    if (!visitor?.name) {
      const named = await countNamedVisitors(tx, { shareId });
      if (named >= VISITORS_A_SHARE_MAX) {
        throw new AppError("too_many_tries", { message: "This gallery takes no more names." });
      }
    }
    if (visitor) await updateVisitor(tx, { shareId, id: visitor.id, changes: { name } });
    if (cookie) {
      await insertVisitor(tx, { shareId, cookieHash: secretHash(cookie), name, unlockedHash: null });
    }
    // What was picked under the old name stands in the studio under the new one.
    if (visitor?.name && visitor.name !== name) {
      await notifyChange(tx, { kind: "share", id: shareId, sessionId: share.sessionId });
    }
  });
  return { cookie };
}
