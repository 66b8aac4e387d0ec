import type { Share, ShareChange, ShareInput, SharePage } from "@/lib/domain/share/share";
import { requestJson } from "./request-json";

/** A page of the viewer's shares, newest first. */
export function listShares(before: string | null, signal: AbortSignal) {
  const query = before ? `?${new URLSearchParams({ before })}` : "";
  return requestJson<SharePage>(`/api/shares${query}`, { signal });
}

export function createShare(input: ShareInput) {
  return requestJson<Share>("/api/shares", { method: "POST", body: input });
}

/** Changes a share, or revokes it for good. */
export function changeShare(id: string, change: ShareChange) {
  return requestJson<Share>(`/api/shares/${id}`, { method: "PATCH", body: change });
}

/** Removes a share with its picks and comments. */
export function deleteShare(id: string) {
  return requestJson<{ id: string }>(`/api/shares/${id}`, { method: "DELETE" });
}
