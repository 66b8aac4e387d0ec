import "server-only";
import { type ApiError, errorBody } from "@/lib/domain/images-api/api-error";

/** A refusal as a JSON answer, as SDKs of the Images API read it. */
export function refusalAnswer({ refusal }: ApiError): Response {
  return Response.json(errorBody(refusal), {
    status: refusal.status,
    headers: { "cache-control": "no-store", ...refusal.headers },
  });
}
