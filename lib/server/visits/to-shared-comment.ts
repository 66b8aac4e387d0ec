import "server-only";
import type { ReviewComment } from "@/lib/domain/share/review";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";

/**
 * A comment as visitors of its share see it.
 * @param visitorId who looks; null for a browser without a name
 */
export function toSharedComment(comment: ReviewComment, visitorId: string | null): SharedComment {
  const { id, version, imageId, parentId, text, pin, createdAt } = comment;
  return {
    id,
    version,
    imageId,
    parentId,
    text,
    pin,
    createdAt,
    // The designer's answers have no visitor, whatever the visitors call themselves.
    author: comment.visitorId === null ? null : (comment.visitorName ?? ""),
    isMine: comment.visitorId !== null && comment.visitorId === visitorId,
    isResolved: comment.resolvedAt !== null,
  };
}
