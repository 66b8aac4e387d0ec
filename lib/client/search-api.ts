import { type SearchQuery, searchResultSchema } from "@/lib/domain/search";
import { requestJson } from "./request-json";

/** Pictures across all sessions that match. */
export function searchImages(query: Partial<SearchQuery>, signal: AbortSignal) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== "");
  return requestJson(`/api/search?${new URLSearchParams(Object.fromEntries(given))}`, searchResultSchema, {
    signal,
  });
}
