import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";

/** Ana's pick of picture "one", with what a test changes about it. */
export function markRow(more: Partial<ReviewMark> = {}): ReviewMark {
  return {
    ...{ id: "m1", shareId: "share", imageId: "one", visitorId: "ana", visitorName: "Ana" },
    ...{ mark: "pick", version: 1 },
    ...more,
  };
}

/** Ana's comment on picture "one", with what a test changes about it. */
export function commentRow(more: Partial<ReviewComment> = {}): ReviewComment {
  return {
    ...{ id: "c1", shareId: "share", imageId: "one", visitorId: "ana", visitorName: "Ana", parentId: null },
    ...{ version: 1, text: "Warmer, please.", pin: null, resolvedAt: null, deletedAt: null },
    createdAt: "2031-01-01T00:00:00.000Z",
    ...more,
  };
}
