import { useEffect, useRef } from "react";
import type { Thread } from "@/lib/domain/share/threads";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";
import { CommentWords } from "./comment-words";

type CommentItemProps = {
  thread: Thread<SharedComment>;
  isSelected: boolean;
  onSelect(id: string): void;
  onAnswer(): void;
  onDelete(comment: SharedComment): void;
};

const LINK =
  "inline-flex min-h-11 items-center text-caption text-ink-muted underline underline-offset-4 hover:text-ink desk:min-h-6";

/** A comment with its answers. One that has been dealt with is folded. */
export function CommentItem({ thread, isSelected, onSelect, onAnswer, onDelete }: CommentItemProps) {
  const { comment, answers, pinNumber } = thread;
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const body = (
    <>
      <CommentWords comment={comment} />
      {answers.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2 border-line-strong border-l-2 pl-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentWords comment={answer} />
              {answer.isMine && (
                <button type="button" className={LINK} onClick={() => onDelete(answer)}>
                  Delete
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-4">
        <button type="button" className={LINK} onClick={onAnswer}>
          Answer
        </button>
        {comment.isMine && (
          <button type="button" className={LINK} onClick={() => onDelete(comment)}>
            Delete
          </button>
        )}
      </div>
    </>
  );
  return (
    <li ref={ref} className={`flex gap-3 px-4 py-3 ${isSelected ? "bg-hover" : ""}`}>
      {pinNumber !== null && (
        <button
          type="button"
          aria-label={`Show pin ${pinNumber}`}
          aria-pressed={isSelected}
          onClick={() => onSelect(comment.id)}
          className="grid size-6 shrink-0 place-items-center rounded-full bg-ink font-semibold text-caption text-on-ink"
        >
          {pinNumber}
        </button>
      )}
      <div className="min-w-0 flex-1">
        {comment.isResolved ? (
          <details>
            <summary className="cursor-pointer py-0.5 text-ink-muted">
              Done: <bdi className="[overflow-wrap:anywhere]">{firstWords(comment.text)}</bdi>
            </summary>
            <div className="mt-1">{body}</div>
          </details>
        ) : (
          body
        )}
      </div>
    </li>
  );
}

const FIRST_CHARS = 60;

function firstWords(text: string): string {
  const [line = ""] = text.split("\n");
  const chars = [...line];
  return chars.length > FIRST_CHARS ? `${chars.slice(0, FIRST_CHARS).join("")}…` : line;
}
