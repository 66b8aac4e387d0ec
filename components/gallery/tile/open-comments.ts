import type { ReviewComment } from "@/lib/domain/share/review";

/** How many of a picture's threads wait for the designer. */
export function openCount(comments: readonly ReviewComment[] = []): number {
  return comments.filter(
    ({ parentId, resolvedAt, deletedAt }) => parentId === null && resolvedAt === null && deletedAt === null,
  ).length;
}
