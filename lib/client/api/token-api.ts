import type {
  ApiToken,
  ApiTokenChange,
  ApiTokenInput,
  ApiTokenList,
  MadeApiToken,
} from "@/lib/domain/tokens/api-token";
import { requestJson } from "./request-json";

/** Every token, newest first, and where programs reach the studio. */
export function listTokens(signal: AbortSignal) {
  return requestJson<ApiTokenList>("/api/tokens", { signal });
}

/** Makes a token; its secret is in this answer and in no other. */
export function makeToken(input: ApiTokenInput) {
  return requestJson<MadeApiToken>("/api/tokens", { method: "POST", body: input });
}

/** Changes a token, or revokes it for good. */
export function changeToken(id: string, change: ApiTokenChange) {
  return requestJson<ApiToken>(`/api/tokens/${id}`, { method: "PATCH", body: change });
}

/** Asks the API for its models as a program would, through the whole way in. The answer says how that went. */
export async function tryToken(secret: string): Promise<{ models: number } | { problem: string }> {
  const headers = { authorization: `Bearer ${secret}` };
  const response = await fetch("/v1/models", { headers }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (response?.ok && Array.isArray(answer?.data)) return { models: answer.data.length };
  return { problem: String(answer?.error?.message ?? "The studio does not answer.") };
}
