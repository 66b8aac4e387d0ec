import "server-only";
import { createHmac } from "node:crypto";

/** 192 bits, in 32 characters that need no escaping in an address. */
const TOKEN_BYTES = 24;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** A share's token: made from the studio's secret, so that a link can be copied again though only its hash is kept. */
export function tokenOf(secret: string, shareId: string): string {
  return createHmac("sha256", secret)
    .update(`share:${shareId}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString("base64url");
}

/** Whether a text from an address can be a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
