import { useEffect, useEffectEvent, useRef, useState } from "react";
import { reviewNewsOf } from "@/components/review/review-news";
import { showToast } from "@/components/ui/toast-store";
import { useReview } from "@/lib/client/review/use-review";
import { useStudio } from "@/lib/client/studio/studio-context";

export type NewsLine = { id: number; text: string };

const LINES_MAX = 10;

/**
 * Lines on picks as they come, for the live region. A comment shows as a toast, which leads to its
 * picture and is read out by itself.
 */
export function useReviewNews(sessionId: string): readonly NewsLine[] {
  const { openImage } = useStudio();
  const review = useReview(sessionId, (state) => state);
  const before = useRef(review);
  const nextId = useRef(1);
  const [lines, setLines] = useState<readonly NewsLine[]>([]);
  const open = useEffectEvent(openImage);
  useEffect(() => {
    const news = reviewNewsOf(before.current, review);
    before.current = review;
    const added = news.lines.map((text) => ({ id: nextId.current++, text }));
    if (added.length > 0) setLines((known) => [...known, ...added].slice(-LINES_MAX));
    const comment = news.comments.at(-1);
    if (!comment) return;
    const others = news.comments.length - 1;
    const words =
      others > 0
        ? `${others + 1} new comments from visitors`
        : `${comment.visitorName} commented on a picture`;
    showToast(words, { label: "Show", run: () => open(comment.imageId) });
  }, [review]);
  return lines;
}
