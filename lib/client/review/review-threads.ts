import type { ReviewComment } from "@/lib/domain/share/review";

/** A comment with its answers. `pinNumber` counts the pins of its picture from 1; null without a pin. */
export type ReviewThread = {
  comment: ReviewComment;
  replies: readonly ReviewComment[];
  pinNumber: number | null;
};

/** A picture's comments, oldest first. A deleted one is gone with its answers. */
export function threadsOf(comments: readonly ReviewComment[] = []): ReviewThread[] {
  let pinCount = 0;
  return comments
    .filter(({ parentId, deletedAt }) => parentId === null && deletedAt === null)
    .map((comment) => ({ comment, replies: comments.filter((other) => isAnswer(other, comment)) }))
    .map((thread) => ({ ...thread, pinNumber: thread.comment.pin === null ? null : ++pinCount }));
}

function isAnswer(other: ReviewComment, { id }: ReviewComment): boolean {
  return other.parentId === id && other.deletedAt === null;
}

/** How many of a picture's threads wait for the designer. */
export function openCount(comments: readonly ReviewComment[] = []): number {
  return comments.filter(
    ({ parentId, resolvedAt, deletedAt }) => parentId === null && resolvedAt === null && deletedAt === null,
  ).length;
}
