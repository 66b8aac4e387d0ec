import type { ReviewComment } from "@/lib/domain/share/review";
import { requestJson } from "./request-json";

/** Answers a visitor's comment. */
export function createReply(commentId: string, text: string) {
  return requestJson<ReviewComment>(`/api/comments/${commentId}/replies`, { method: "POST", body: { text } });
}

/** Marks a comment as dealt with, or opens it again. */
export function resolveComment(commentId: string, resolved: boolean) {
  return requestJson<ReviewComment>(`/api/comments/${commentId}`, { method: "PATCH", body: { resolved } });
}

/** Removes a comment for everyone; the row that comes back says when. */
export function deleteComment(commentId: string) {
  return requestJson<ReviewComment>(`/api/comments/${commentId}`, { method: "DELETE" });
}
