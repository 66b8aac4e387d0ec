import type { ReviewComment } from "@/lib/domain/share/review";
import { threadsOf } from "@/lib/domain/share/threads";
import { threadId } from "./comment-thread";
import { PinMark } from "./pin-mark";

/**
 * The places in a picture that comments are about, numbered as the comments are. They keep their size
 * while the picture grows: `--zoom` is its scale.
 */
export function CommentPins({ comments }: { comments: readonly ReviewComment[] }) {
  return threadsOf(comments).map(({ comment, pinNumber }) => {
    const { id, pin, visitorName, resolvedAt } = comment;
    if (pin === null || pinNumber === null) return null;
    const isResolved = resolvedAt !== null;
    return (
      <button
        key={id}
        type="button"
        aria-label={`Comment ${pinNumber} by ${visitorName ?? "you"}${isResolved ? ", resolved" : ""}`}
        // The picture behind would take the press as the beginning of a drag.
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={() => {
          const thread = document.getElementById(threadId(id));
          thread?.scrollIntoView({ block: "nearest" });
          thread?.focus({ preventScroll: true });
        }}
        style={{
          left: `${pin.x * 100}%`,
          top: `${pin.y * 100}%`,
          transform: "scale(calc(1 / var(--zoom, 1)))",
        }}
        className="-mt-3 -ml-3 absolute grid size-6 place-items-center rounded-full max-desk:-mt-[22px] max-desk:-ml-[22px] max-desk:size-[44px]"
      >
        <PinMark number={pinNumber} isResolved={isResolved} />
      </button>
    );
  });
}
