import "server-only";
import { randomBytes } from "node:crypto";

const NAME = "safelight-visitor";
const MAX_AGE_S = 365 * 86_400;
/** 192 bits, as in a share's token. */
const COOKIE_BYTES = 24;

/** A visitor's cookie: random, and kept only as a hash. */
export function newCookie(): string {
  return randomBytes(COOKIE_BYTES).toString("base64url");
}

/** What the browser was given when it gave a name or the right password; null for a new one. */
export function readVisitorCookie(headers: Headers): string | null {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${NAME}=`));
  return found ? found.slice(NAME.length + 1) || null : null;
}

/** A `Set-Cookie` for one gallery alone: the browser sends it to no other, and no script reads it. */
export function visitorCookie(token: string, value: string, isSecure: boolean): string {
  const secure = isSecure ? "; Secure" : "";
  return `${NAME}=${value}; Path=/g/${token}; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Lax${secure}`;
}
