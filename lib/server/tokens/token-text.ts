import "server-only";
import { randomBytes } from "node:crypto";

/** So that a token found in a file can be told from others, by people and by scanners. */
const MARK = "safelight_";
/** 256 bits, in 43 characters that need no escaping in a header. */
const SECRET_BYTES = 32;
const TOKEN = new RegExp(`^${MARK}[A-Za-z0-9_-]{43}$`);
/** The mark and six characters of 43: enough to recognize it by, too few to guess the rest. */
const PREFIX_CHARS = MARK.length + 6;

/** A new token, from the system's randomness. */
export function makeToken(): string {
  return MARK + randomBytes(SECRET_BYTES).toString("base64url");
}

/** Whether a text from a header can be a token. */
export function isTokenText(text: string): boolean {
  return TOKEN.test(text);
}

/** What is kept of it in clear. */
export function tokenPrefix(token: string): string {
  return token.slice(0, PREFIX_CHARS);
}
