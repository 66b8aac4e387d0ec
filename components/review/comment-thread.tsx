import { Check, MessageSquareReply, RotateCcw, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { focusFirst } from "@/components/ui/focus";
import { IconButton } from "@/components/ui/icon-button";
import type { ReviewComment } from "@/lib/domain/share/review";
import type { Thread } from "@/lib/domain/share/threads";
import { CommentText } from "./comment-text";
import { PinMark } from "./pin-mark";
import { ReplyForm } from "./reply-form";
import { useCommentActions } from "./use-comment-actions";

/** The id of a thread's element, where its pin leads. */
export function threadId(commentId: string): string {
  return `comment-${commentId}`;
}

/** A comment with its answers, and what the designer can do about it. */
export function CommentThread({ sessionId, thread }: { sessionId: string; thread: Thread<ReviewComment> }) {
  const { comment, answers, pinNumber } = thread;
  const [isReplying, setIsReplying] = useState(false);
  const { resolve, remove } = useCommentActions(sessionId);
  const element = useRef<HTMLLIElement>(null);
  const isResolved = comment.resolvedAt !== null;
  const was = useRef(isReplying);
  useEffect(() => {
    if (was.current && !isReplying) focusFirst(element.current, "[data-reply]");
    was.current = isReplying;
  }, [isReplying]);
  return (
    <li
      ref={element}
      id={threadId(comment.id)}
      tabIndex={-1}
      data-resolved={isResolved}
      className="grid min-w-0 gap-2 rounded-sm border border-line p-2.5 data-[resolved=true]:bg-hover"
    >
      <div className="flex min-w-0 items-start gap-2">
        {pinNumber !== null && <PinMark number={pinNumber} isResolved={isResolved} />}
        <CommentText comment={comment} badge={isResolved ? <Badge>Resolved</Badge> : null} />
      </div>
      {answers.map((answer) => (
        <div key={answer.id} className="flex min-w-0 items-start gap-1 border-line border-l-2 pl-2.5">
          <CommentText comment={answer} badge={null} />
          <IconButton
            icon={Trash2}
            label="Delete reply"
            tooltipAlign="end"
            onClick={() => remove(answer, () => element.current?.focus())}
          />
        </div>
      ))}
      {isReplying ? (
        <ReplyForm sessionId={sessionId} commentId={comment.id} onClose={() => setIsReplying(false)} />
      ) : (
        <div className="-mx-1.5 flex flex-wrap items-center">
          <Button
            variant="quiet"
            size="sm"
            icon={MessageSquareReply}
            data-reply
            onClick={() => setIsReplying(true)}
          >
            Reply
          </Button>
          <Button
            variant="quiet"
            size="sm"
            icon={isResolved ? RotateCcw : Check}
            onClick={() => resolve(comment, !isResolved)}
          >
            {isResolved ? "Reopen" : "Resolve"}
          </Button>
          <IconButton
            icon={Trash2}
            label="Delete comment"
            tooltipAlign="end"
            onClick={() =>
              remove(comment, () => element.current?.closest<HTMLElement>("[data-picture-keys]")?.focus())
            }
            className="ml-auto"
          />
        </div>
      )}
    </li>
  );
}
