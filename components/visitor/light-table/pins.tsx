import type { KeyboardEvent } from "react";
import type { Pin } from "@/lib/domain/share/review";
import type { Thread } from "@/lib/domain/share/threads";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";

/** A step of an arrow key, as a part of the picture; with Shift five. */
const STEP = 0.01;

type PinsProps = {
  threads: readonly Thread<SharedComment>[];
  /** The pin that is being placed. */
  draft: Pin | null;
  onDraft(pin: Pin): void;
  onDone(): void;
  onSelect(commentId: string): void;
  /** How far the picture is zoomed; pins keep their size. */
  scale: number;
};

/** Numbered places in a picture, and the one that is being placed: by a click, or by arrow keys. */
export function Pins({ threads, draft, onDraft, onDone, onSelect, scale }: PinsProps) {
  return (
    <>
      {draft && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the pin itself takes the keys.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the pin itself takes the keys.
        <div
          className="absolute inset-0 cursor-crosshair touch-none"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={({ currentTarget, clientX, clientY }) => {
            const { left, top, width, height } = currentTarget.getBoundingClientRect();
            onDraft({ x: part((clientX - left) / width), y: part((clientY - top) / height) });
          }}
        />
      )}
      {threads.map(({ comment, pinNumber }) =>
        comment.pin && !comment.isResolved ? (
          <button
            key={comment.id}
            type="button"
            aria-label={`Pin ${pinNumber}`}
            onPointerDown={(event) => event.stopPropagation()}
            onDoubleClick={(event) => event.stopPropagation()}
            onClick={() => onSelect(comment.id)}
            style={placeOf(comment.pin, scale)}
            className={`${PIN} border-on-veil bg-veil-strong text-on-veil`}
          >
            {pinNumber}
          </button>
        ) : null,
      )}
      {draft && (
        <button
          type="button"
          ref={(button) => button?.focus({ preventScroll: true })}
          aria-label={`Place of the comment, ${percent(draft.x)} across, ${percent(draft.y)} down. Arrow keys move it.`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={onDone}
          onKeyDown={(event) => {
            const moved = movedBy(event, draft);
            if (!moved) return;
            event.preventDefault();
            event.stopPropagation();
            onDraft(moved);
          }}
          style={placeOf(draft, scale)}
          className={`${PIN} border-on-veil bg-accent text-on-accent`}
        >
          +
        </button>
      )}
    </>
  );
}

const PIN =
  "absolute grid size-7 place-items-center rounded-full border-2 text-caption font-semibold shadow-float before:absolute before:-inset-2 before:content-['']";

function placeOf({ x, y }: Pin, scale: number) {
  return { left: percent(x), top: percent(y), transform: `translate(-50%, -50%) scale(${1 / scale})` };
}

function movedBy({ key, shiftKey }: KeyboardEvent, { x, y }: Pin): Pin | null {
  const [dx, dy] = ARROWS[key] ?? [0, 0];
  if (dx === 0 && dy === 0) return null;
  const step = shiftKey ? STEP * 5 : STEP;
  return { x: part(x + dx * step), y: part(y + dy * step) };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Four decimals are a fifth of a pixel on the largest picture shown. */
function part(value: number): number {
  return Math.round(Math.min(Math.max(value, 0), 1) * 1e4) / 1e4;
}

function percent(value: number): string {
  return `${Math.round(value * 1e4) / 100}%`;
}
