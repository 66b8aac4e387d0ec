import "server-only";
import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/errors/app-error";
import { visitorInputSchema } from "@/lib/domain/share/review";
import { notifyChange } from "@/lib/server/db/notify";
import {
  countNamedVisitors,
  insertVisitor,
  lockShare,
  updateVisitor,
} from "@/lib/server/db/queries/visitors";
import { countTry } from "@/lib/server/limits/rate-limit";
import { secretHash } from "@/lib/server/shares/token";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { isHttps } from "./gallery-address";
import { readVisitorJson } from "./read-visitor-json";
import { NAMES, NEW_VISITORS, VISITORS_A_SHARE_MAX } from "./review-limits";
import { visitorCookie } from "./visitor-cookie";

/** 192 bits, as in a share's token. */
const COOKIE_BYTES = 24;

/** A visitor's cookie: random, and kept only as a hash. */
export function newCookie(): string {
  return randomBytes(COOKIE_BYTES).toString("base64url");
}

/**
 * The name under which a visitor writes, given or changed; a new browser gets its cookie.
 * @throws AppError not_found, invalid_input, too_many_tries
 */
export async function writeName({ services, visit, request }: VisitCall): Promise<Response> {
  const { share, visitor, token } = visit;
  if (!share.allowReview) throw new AppError("not_found");
  const { drizzle: db } = services.database;
  const { name } = await readVisitorJson(request, visitorInputSchema);
  const shareId = share.id;
  await (visitor?.name
    ? countTry(db, `name:${visitor.id}`, NAMES)
    : countTry(db, `visitors:${shareId}`, NEW_VISITORS));
  const cookie = visitor ? null : newCookie();
  await db.transaction(async (transaction) => {
    await lockShare(transaction, { shareId });
    if (!visitor?.name) {
      const named = await countNamedVisitors(transaction, { shareId });
      if (named >= VISITORS_A_SHARE_MAX) {
        throw new AppError("too_many_tries", { message: "This gallery takes no more names." });
      }
    }
    if (visitor) await updateVisitor(transaction, { shareId, id: visitor.id, changes: { name } });
    if (cookie) {
      await insertVisitor(transaction, { shareId, cookieHash: secretHash(cookie), name, unlockedHash: null });
    }
    // What was picked under the old name stands in the studio under the new one.
    if (visitor?.name && visitor.name !== name) {
      await notifyChange(transaction, { kind: "share", id: shareId, sessionId: share.sessionId });
    }
  });
  const headers = new Headers({ "cache-control": "no-store" });
  if (cookie) headers.set("set-cookie", visitorCookie(token, cookie, isHttps(request.headers, services.env)));
  return Response.json({ name }, { headers });
}
