import "server-only";
import { ApiError } from "@/lib/domain/images-api/api-error";

/** 401 without a token, or with one that opens nothing. Which of them it is not told: no word repeats it. */
export function wrongToken(isGiven: boolean): ApiError {
  return new ApiError({
    status: 401,
    type: "invalid_request_error",
    param: null,
    code: "invalid_api_key",
    message: isGiven
      ? "Incorrect API key provided: it is not a token of this studio, or it was revoked."
      : "You didn't provide an API key: send a token of this studio as 'Authorization: Bearer …'.",
    headers: { "www-authenticate": "Bearer" },
  });
}

/** 429 for whoever tries wrong tokens again and again. */
export function tooManyWrongTokens(waitMs: number): ApiError {
  return new ApiError({
    status: 429,
    type: "requests",
    param: null,
    code: "rate_limit_exceeded",
    message: "Too many requests with an incorrect API key.",
    headers: { "retry-after": String(Math.ceil(waitMs / 1000)), "x-should-retry": "false" },
  });
}

/** 409: the key belongs to another request. */
export function otherBody(): ApiError {
  return new ApiError({
    status: 409,
    type: "invalid_request_error",
    param: null,
    code: "idempotency_key_in_use",
    message: "This Idempotency-Key was sent before with another request. Nothing was generated.",
    headers: { "x-should-retry": "false" },
  });
}

/** 503 for whoever waits while the studio stops. What it waits for is not lost. */
export function studioStops(): ApiError {
  return new ApiError({
    status: 503,
    type: "server_error",
    param: null,
    code: "studio_stopping",
    message:
      "The studio is stopping. A retry of an SDK, or a repeat with the same Idempotency-Key, is answered by what was begun; any other request is a new order.",
    headers: { "retry-after": "5" },
  });
}
