import { LocalTime } from "@/components/ui/local-time";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";

/** Who said it, when, and what: a stranger's words, which keep their own direction and never leave their place. */
export function CommentWords({ comment }: { comment: SharedComment }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium [overflow-wrap:anywhere]">
          {comment.isMine ? "You" : (comment.author ?? "The designer")}
        </bdi>
        <span className="text-caption text-ink-muted">
          <LocalTime iso={comment.createdAt} />
        </span>
      </p>
      <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere] [unicode-bidi:isolate]">
        {comment.text}
      </p>
    </>
  );
}
