import "server-only";
import { type ApiError, errorBody } from "@/lib/domain/images-api/api-error";

/** The JSON response of a refusal. */
export function errorResponse({ refusal }: ApiError): Response {
  return Response.json(errorBody(refusal), { status: refusal.status, headers: refusal.headers ?? {} });
}
