import type { SharedComment } from "@/lib/domain/share/visitor-gallery";

export type CommentThread = {
  comment: SharedComment;
  /** Oldest first. */
  answers: SharedComment[];
  /** Counts the pins of a picture from 1; null for a comment without one. */
  pinNumber: number | null;
};

/** The comments of a picture with their answers, oldest first. An answer to what is gone stands for itself. */
export function threadsOf(comments: readonly SharedComment[], imageId: string): CommentThread[] {
  const own = comments
    .filter((comment) => comment.imageId === imageId)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  const ids = new Set(own.map(({ id }) => id));
  const answers = Map.groupBy(own, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null));
  let pins = 0;
  return (answers.get(null) ?? []).map((comment) => ({
    comment,
    answers: answers.get(comment.id) ?? [],
    pinNumber: comment.pin ? ++pins : null,
  }));
}
