import { CircleX, ThumbsUp } from "lucide-react";
import { Fragment } from "react";
import { picksOf } from "@/lib/client/review/review-state";
import { namesOf } from "@/lib/client/review/review-words";
import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";
import { threadsOf } from "@/lib/domain/share/threads";
import { CommentThread } from "./comment-thread";

type ReviewPanelProps = {
  sessionId: string;
  marks: readonly ReviewMark[] | undefined;
  comments: readonly ReviewComment[] | undefined;
};

/** Who picked the picture, who rejected it, and what was said about it. */
export function ReviewPanel({ sessionId, marks = [], comments = [] }: ReviewPanelProps) {
  const pickers = namesOf(picksOf(marks));
  const rejecters = namesOf(marks.filter(({ mark }) => mark === "reject"));
  const threads = threadsOf(comments);
  if (pickers.length + rejecters.length + threads.length === 0) return null;
  return (
    <section aria-label="Review" className="grid gap-3">
      {pickers.length > 0 && (
        <p className="flex items-start gap-2">
          <ThumbsUp aria-hidden size={14} className="mt-[3px] shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            Picked by <Names names={pickers} />
          </span>
        </p>
      )}
      {rejecters.length > 0 && (
        <p className="flex items-start gap-2 text-ink-muted">
          <CircleX aria-hidden size={14} className="mt-[3px] shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            Rejected by <Names names={rejecters} />
          </span>
        </p>
      )}
      {threads.length > 0 && (
        <div>
          <h3 className="mb-1 text-caption text-ink-faint">Comments</h3>
          <ol className="grid gap-2">
            {threads.map((thread) => (
              <CommentThread key={thread.comment.id} sessionId={sessionId} thread={thread} />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** Each name by itself: one that is written from right to left turns none of the others around. */
function Names({ names }: { names: readonly string[] }) {
  return names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && (place === names.length - 1 ? " and " : ", ")}
      <bdi className="font-medium">{name}</bdi>
    </Fragment>
  ));
}
