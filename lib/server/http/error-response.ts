import "server-only";
import { APP_ERRORS, type AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";

/** An error as a JSON answer: what happened, was it billed, what to do, and which field. */
export function errorResponse(error: AppError): Response {
  return Response.json(errorBodyOf(error), {
    status: APP_ERRORS[error.code].status,
    headers: {
      "cache-control": "no-store",
      ...(error.retryAfterMs !== null && { "retry-after": String(Math.ceil(error.retryAfterMs / 1000)) }),
    },
  });
}
