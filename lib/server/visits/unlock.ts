import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import {
  forgetNamelessVisitors,
  insertVisitor,
  lockShare,
  updateVisitor,
} from "@/lib/server/db/queries/visitors";
import { readBytes } from "@/lib/server/http/read-body";
import { countTry, takeBackTry } from "@/lib/server/limits/rate-limit";
import { isPassword } from "@/lib/server/shares/password";
import { secretHash } from "@/lib/server/shares/token";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { isHttps } from "./gallery-address";
import { atMost } from "./pictures/at-most";
import { PASSWORDS, VISITORS_A_SHARE_MAX } from "./review-limits";
import { visitorCookie } from "./visitor-cookie";
import { newCookie } from "./write-name";

/** A password of 200 characters, every one escaped, takes 2.4 KB. */
const FORM_BYTES_MAX = 4 * 1024;

/** Fewer than the tries that a gallery has: a team that comes in one moment takes its own back in time. */
const oneOfFew = atMost(4);

/**
 * The password of a gallery, from a plain form: back to the page, which shows the pictures or says why not.
 * @throws AppError unsupported_media_type, payload_too_large
 */
export async function unlock({ services, visit, request }: VisitCall): Promise<Response> {
  const { passwordHash } = visit.share;
  const password = await readPassword(request);
  if (passwordHash === null) return backTo(visit.token);
  return oneOfFew(() => checkAnswer({ services, visit, request }, passwordHash, password));
}

/** Counts the answer, and looks whether it is the right one. */
async function checkAnswer(call: VisitCall, passwordHash: string, password: string): Promise<Response> {
  const { share, token } = call.visit;
  const { drizzle: db } = call.services.database;
  const key = `password:${share.id}`;
  try {
    await countTry(db, key, PASSWORDS);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too_many_tries") throw error;
    const waitS = Math.ceil((error.retryAfterMs ?? 0) / 1000);
    return backTo(token, "?refused=later", { "retry-after": String(waitS) });
  }
  if (!(await isPassword(passwordHash, password))) return backTo(token, "?refused=wrong");
  // A right answer is no attempt: a team that comes all at once does not lock itself out.
  await takeBackTry(db, key);
  const cookie = await keepAnswer(call, passwordHash);
  return backTo(token, "", cookie === null ? {} : { "set-cookie": cookie });
}

/** On the visitor's row, whose name and picks stay, or a new one; the answer is its cookie, where it is new. */
async function keepAnswer(
  { services, visit, request }: VisitCall,
  unlockedHash: string,
): Promise<string | null> {
  const { drizzle: db } = services.database;
  const { share, visitor, token } = visit;
  const shareId = share.id;
  if (visitor) {
    await updateVisitor(db, { shareId, id: visitor.id, changes: { unlockedHash } });
    return null;
  }
  const cookie = newCookie();
  await db.transaction(async (transaction) => {
    await lockShare(transaction, { shareId });
    await forgetNamelessVisitors(transaction, { shareId, kept: VISITORS_A_SHARE_MAX - 1 });
    await insertVisitor(transaction, { shareId, cookieHash: secretHash(cookie), name: null, unlockedHash });
  });
  return visitorCookie(token, cookie, isHttps(request.headers, services.env));
}

async function readPassword(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new AppError("unsupported_media_type");
  const body = new TextDecoder().decode(await readBytes(request, FORM_BYTES_MAX));
  return new URLSearchParams(body).get("password") ?? "";
}

/** 303: the browser asks for the page with GET. */
function backTo(token: string, query = "", headers: Record<string, string> = {}): Response {
  const location = `/g/${token}${query}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store", ...headers } });
}
