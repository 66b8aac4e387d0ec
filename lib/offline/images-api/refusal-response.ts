import "server-only";
import { type ApiError, errorBody } from "@/lib/domain/images-api/api-error";

/** The JSON response of a refusal. */
export function refusalResponse({ refusal }: ApiError): Response {
  return Response.json(errorBody(refusal), { status: refusal.status, headers: refusal.headers ?? {} });
}
