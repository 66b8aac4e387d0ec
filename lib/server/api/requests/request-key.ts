import "server-only";
import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { invalidRequest } from "@/lib/domain/images-api/api-error";

const KEY_CHARS_MAX = 255;

/** What says that a request was made before: a key of the program's, or the count of its SDK's retries. */
export type RequestKey = {
  /** The id of the request: made from token and key, so that a repeat finds it; otherwise a new one. */
  id: string;
  hasKey: boolean;
  /** 0 for a first try, and where the client does not count. */
  retryCount: number;
  /** How long the client waits for one try. */
  timeoutMs: number;
};

/** What SDKs wait where they do not say. */
const TIMEOUT_S = 600;
const TIMEOUT_S_MAX = 3600;

/**
 * @param tokenId keys of two tokens have nothing to do with each other
 * @throws ApiError 400 for a key that is too long
 */
export function readRequestKey(headers: Headers, tokenId: string): RequestKey {
  const key = headers.get("idempotency-key")?.trim() ?? "";
  if (key.length > KEY_CHARS_MAX) {
    throw invalidRequest(
      "invalid_value",
      null,
      `An Idempotency-Key has at most ${KEY_CHARS_MAX} characters.`,
    );
  }
  const timeoutS = wholeNumber(headers.get("x-stainless-timeout") ?? headers.get("x-stainless-read-timeout"));
  return {
    ...requestKeyOf(key, tokenId),
    retryCount: Math.min(wholeNumber(headers.get("x-stainless-retry-count")), 1_000),
    timeoutMs: Math.min(timeoutS || TIMEOUT_S, TIMEOUT_S_MAX) * 1000,
  };
}

/** A key that was given in another way than by headers; none where it is empty or absent. */
export function requestKeyOf(key: string | undefined, tokenId: string): RequestKey {
  const id = key ? idOf(`${tokenId}\n${key}`) : uuidv7();
  return { id, hasKey: Boolean(key), retryCount: 0, timeoutMs: TIMEOUT_S * 1000 };
}

/** A text as a UUID of version 8 (RFC 9562, 5.8). */
function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function wholeNumber(text: string | null): number {
  return text !== null && /^\d{1,6}(\.\d+)?$/.test(text) ? Math.trunc(Number(text)) : 0;
}
