import "server-only";
import { APP_ERRORS, type AppErrorCode, toAppError } from "@/lib/domain/errors/app-error";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import { ApiError } from "@/lib/domain/images-api/api-error";
import { OPTION_NAMES, OPTIONS } from "@/lib/domain/models/options/option";

type Wire = { status?: number; type?: string; code: string; param?: string };

/** Where the API's own words differ from what a code of the studio's table suggests. */
const WIRE: Partial<Record<AppErrorCode, Wire>> = {
  invalid_input: { code: "invalid_value" },
  unknown_model: { status: 404, code: "model_not_found", param: "model" },
  model_not_found: { code: "model_not_found", param: "model" },
  forbidden: { code: "forbidden" },
  payload_too_large: { code: "request_too_large" },
  unsupported_media_type: { code: "unsupported_content_type" },
  too_many_tries: { type: "requests", code: "rate_limit_exceeded" },
  rate_limited: { type: "requests", code: "rate_limit_exceeded" },
  quota_exhausted: { type: "insufficient_quota", code: "insufficient_quota" },
  limit_reached: { status: 429, type: "insufficient_quota", code: "insufficient_quota" },
  moderation_blocked: { type: "image_generation_user_error", code: "moderation_blocked" },
  // The caller's own token is fine: 401 would say that it is not.
  key_rejected: { status: 502, code: "provider_key_rejected" },
};

/**
 * Anything that was thrown, as what a program is told. Faults of our own keep their inner words to themselves. What
 * the database did with a request that failed is not known, so no SDK is to repeat it by itself.
 */
export function toRefusal(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const error = toAppError(thrown);
  const { status } = wireOf(error.code);
  const waitS = error.retryAfterMs === null ? null : Math.ceil(error.retryAfterMs / 1000);
  const headers = {
    ...(waitS !== null && { "retry-after": String(waitS) }),
    ...((waitS === null || status >= 500) && NEVER_AGAIN),
  };
  return refusal(error.code, error.message, error.fields[0]?.field, headers);
}

/**
 * How a picture failed, as what a program is told. The same request is answered the same again, so repeating it
 * changes nothing.
 */
export function failureRefusal({ code, message, todo, field }: Failure): ApiError {
  return refusal(code, `${message} ${todo}`, field, NEVER_AGAIN);
}

/** SDKs of this kind repeat a 409, a 429 and every 5xx by themselves, unless told otherwise. */
const NEVER_AGAIN = { "x-should-retry": "false" };

function refusal(
  appCode: AppErrorCode,
  message: string,
  field: string | undefined,
  headers: Record<string, string>,
): ApiError {
  const { status, type, code, param } = wireOf(appCode);
  return new ApiError({
    status,
    type,
    code,
    message,
    headers,
    param: param ?? (field ? wireName(field) : null),
  });
}

function wireOf(code: AppErrorCode) {
  const wire = WIRE[code];
  const status = wire?.status ?? APP_ERRORS[code].status;
  return {
    status,
    type: wire?.type ?? (status >= 500 ? "server_error" : "invalid_request_error"),
    code: wire?.code ?? code,
    param: wire?.param ?? null,
  };
}

/** "options.size" → "size"; the body as a whole has no name. */
function wireName(field: string): string | null {
  if (field === "body") return null;
  const option = OPTION_NAMES.find((name) => field === `options.${name}`);
  return option ? OPTIONS[option].wire : field;
}
