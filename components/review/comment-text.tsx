import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { ReviewComment } from "@/lib/domain/share/review";

/** What someone wrote, as text and nothing else, in the direction it is written in. */
export function CommentText({ comment, badge }: { comment: ReviewComment; badge: ReactNode }) {
  const { visitorId, visitorName, text, createdAt } = comment;
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 text-caption text-ink-muted">
        <span className="min-w-0 font-medium text-ink [overflow-wrap:anywhere]">
          {visitorId === null ? "You" : <bdi>{visitorName}</bdi>}
        </span>
        <LocalTime iso={createdAt} />
        {badge}
      </p>
      <p dir="auto" className="max-h-60 overflow-y-auto whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </p>
    </div>
  );
}
