import type { SearchQuery, SearchResult } from "@/lib/domain/gallery/search";
import { requestJson } from "./request-json";

/** Pictures across all sessions that match. */
export function searchImages(query: Partial<SearchQuery>, signal: AbortSignal) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return requestJson<SearchResult>(`/api/search?${params}`, { signal });
}
