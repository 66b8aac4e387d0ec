import "server-only";
import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { AppError, type AppErrorCode } from "@/lib/domain/errors/app-error";
import { OPTION_NAMES, OPTIONS } from "@/lib/domain/models/options/option";
import { redact } from "./redact";
import { readWireError, type WireError } from "./wire";

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
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_PACKET_LENGTH_TOO_LONG",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** The API's error codes (images-api.md, section 5). */
const CODES: ReadonlyMap<string | null, AppErrorCode> = new Map([
  ["moderation_blocked", "moderation_blocked"],
  ["content_policy_violation", "moderation_blocked"],
  ["model_not_found", "model_not_found"],
  ["invalid_api_key", "key_rejected"],
  ["insufficient_quota", "quota_exhausted"],
  ["billing_hard_limit_reached", "quota_exhausted"],
]);
const RATE_LIMITS: ReadonlySet<string | null> = new Set(["rate_limit_exceeded", null]);

/** Whatever a call threw, as an error of the table. `context` tells a cancel from a deadline from a fault. */
export function toProviderError(thrown: unknown, context: Context): AppError {
  if (context.caller.aborted) {
    const { reason } = context.caller;
    return reason instanceof AppError ? reason : new AppError("cancelled", { cause: thrown });
  }
  if (context.watchdog.reason instanceof AppError) return context.watchdog.reason;
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof APIError && thrown.status !== undefined) return answeredError(thrown, context);
  return new AppError(connectionCode(thrown), { cause: thrown });
}

/**
 * An error that came when the answer had begun: an event of a stream, or an error under status 200.
 * The provider had taken the request, so only a refusal by its safety system is known to be free.
 */
export function lateError(wire: WireError | null, secrets: readonly string[]): AppError {
  const { message = null, code = null, param = null, type = null } = wire ?? {};
  return describe({ status: undefined, code: code ?? type, param, message: message ?? "" }, secrets, {
    cause: wire,
  });
}

function answeredError(thrown: APIError, { secrets }: Context): AppError {
  const { status, headers } = thrown;
  const wire = readWireError({ error: thrown.error });
  const retryAfterMs = parseRetryAfter(headers?.get("retry-after") ?? null);
  const details = { cause: thrown, ...(retryAfterMs !== null && { retryAfterMs }) };
  const { message = null, code = null, param = null, type = null } = wire ?? {};
  // Some gateways have the code in `type` alone.
  const isCode = code === null && CODES.has(type);
  return describe({ status, code: isCode ? type : code, param, message: message ?? "" }, secrets, details);
}

type ErrorDetails = { cause: unknown; retryAfterMs?: number };

function describe(answer: Answer, secrets: readonly string[], details: ErrorDetails): AppError {
  const code = codeOf(answer);
  // The provider's own words help with a refused request. About the key they may quote it.
  const words = code === "key_rejected" ? "" : redact(answer.message, secrets).slice(0, 400);
  const status = answer.status ? ` (${answer.status})` : "";
  const base = new AppError(code).message.replace(/\.$/, "");
  return new AppError(code, {
    ...details,
    message: words ? `${base}${status}: ${words}` : `${base}${status}.`,
    ...(answer.param && { fields: [{ field: fieldOf(answer.param, secrets), message: words }] }),
  });
}

/** The studio's name of a parameter. */
function fieldOf(param: string, secrets: readonly string[]): string {
  const option = OPTION_NAMES.find((name) => OPTIONS[name].wire === param);
  return option ? `options.${option}` : redact(param, secrets).slice(0, 60);
}

function codeOf({ status, code }: Answer): AppErrorCode {
  const known = CODES.get(code);
  if (status === undefined) return known === "moderation_blocked" ? known : "provider_failed";
  // Whatever a failing server says of it, the request may have been worked on.
  if (status >= 500 || status === 408) return "provider_failed";
  if (known) return known;
  if (status === 429 && RATE_LIMITS.has(code)) return "rate_limited";
  if (status === 401 || status === 403) return "key_rejected";
  if (status === 402) return "quota_exhausted";
  return "request_rejected";
}

function connectionCode(thrown: unknown): AppErrorCode {
  if (!(thrown instanceof APIConnectionError)) return "connection_lost";
  if (isNeverSent(thrown)) return "unreachable";
  return thrown instanceof APIConnectionTimeoutError ? "timed_out" : "connection_lost";
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
  // A date begins with the day's name. JavaScript reads other texts as dates, "-5" for one.
  const atMs = /^[A-Z][a-z]{2}/.test(value.trim()) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
