import "server-only";
import { APIConnectionError, APIError } from "openai";
import { AppError, type AppErrorCode } from "@/lib/domain/app-error";
import { OPTION_NAMES, OPTIONS } from "@/lib/domain/option";

type Answer = { status: number | undefined; code: string | null; param: string | null; message: string };
type Context = { caller: AbortSignal; watchdog: AbortSignal; secrets: readonly string[] };

/** System error codes that happen before a request can have left: provably not billed. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

const CODES: Record<string, AppErrorCode> = {
  moderation_blocked: "moderation_blocked",
  content_policy_violation: "moderation_blocked",
  model_not_found: "model_not_found",
  invalid_api_key: "key_rejected",
  rate_limit_exceeded: "rate_limited",
  insufficient_quota: "quota_exhausted",
  billing_hard_limit_reached: "quota_exhausted",
};

/** Whatever a call threw, as an error of the table. `context` tells a cancel from a deadline from a fault. */
export function toProviderError(thrown: unknown, context: Context): AppError {
  if (thrown instanceof AppError) return thrown;
  if (context.caller.aborted) return new AppError("cancelled", { cause: thrown });
  if (context.watchdog.reason instanceof AppError) return context.watchdog.reason;
  if (thrown instanceof APIError && thrown.status !== undefined) return answeredError(thrown, context);
  const code =
    thrown instanceof APIConnectionError && isNeverSent(thrown) ? "unreachable" : "connection_lost";
  return new AppError(code, { cause: thrown });
}

/** The error of an `error` object in a stream, which has no status of its own. */
export function streamError(
  answer: Omit<Answer, "status">,
  secrets: readonly string[],
  cause?: unknown,
): AppError {
  return describe({ ...answer, status: undefined }, secrets, { cause });
}

function answeredError(thrown: APIError, { secrets }: Context): AppError {
  const { status, code = null, param = null, headers } = thrown;
  const retryAfterMs = parseRetryAfter(headers?.get("retry-after") ?? null);
  const message = typeof thrown.error === "object" ? thrown.message.replace(/^\d{3} /, "") : "";
  const details = { cause: thrown, ...(retryAfterMs !== null && { retryAfterMs }) };
  return describe({ status, code, param, message }, secrets, details);
}

type ErrorDetails = { cause: unknown; retryAfterMs?: number };

function describe(answer: Answer, secrets: readonly string[], details: ErrorDetails): AppError {
  const code = codeOf(answer);
  // The provider's own words help with a refused request. About the key they may quote it.
  const words = code === "key_rejected" ? "" : redact(answer.message, secrets).slice(0, 400);
  const field = OPTION_NAMES.find((name) => OPTIONS[name].wire === answer.param);
  const status = answer.status ? ` (${answer.status})` : "";
  const base = new AppError(code).message.replace(/\.$/, "");
  return new AppError(code, {
    ...details,
    message: words ? `${base}${status}: ${words}` : `${base}${status}.`,
    ...(answer.param && { fields: [{ field: field ? `options.${field}` : answer.param, message: words }] }),
  });
}

function codeOf({ status, code }: Answer): AppErrorCode {
  const known = code ? CODES[code] : undefined;
  if (known) return known;
  if (status === undefined || status >= 500 || status === 408) return "provider_failed";
  if (status === 401 || status === 403) return "key_rejected";
  return "request_rejected";
}

function isNeverSent(error: Error): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && NEVER_SENT.has(cause.code)) return true;
  }
  return false;
}

/** `Retry-After` as milliseconds: seconds or a date (RFC 9110, 10.2.3). */
export function parseRetryAfter(value: string | null, nowMs: number = Date.now()): number | null {
  if (value === null) return null;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((result, secret) => result.replaceAll(secret, "[key]"), text);
  return known.replace(/\b(sk|dsk|key)-[\w*-]{6,}/g, "[key]");
}
