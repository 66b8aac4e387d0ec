import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { ShareEnding } from "./use-share-endings";

const QUESTIONS = {
  revoke: {
    words:
      "Revoke it for good? The link stops working at once, and cannot be brought back. Picks and comments stay.",
    act: "Revoke for good",
  },
  delete: {
    words:
      "Delete it for good? The link stops working at once, and its picks and comments are deleted with it.",
    act: "Delete for good",
  },
} as const satisfies Record<ShareEnding, { words: string; act: string }>;

type ShareConfirmProps = { ending: ShareEnding; isEnding: boolean; onConfirm(): void; onKeep(): void };

/** Asks once more, since neither can be undone. Escape keeps the share, and the dialog stays. */
export function ShareConfirm({ ending, isEnding, onConfirm, onKeep }: ShareConfirmProps) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const { words, act } = QUESTIONS[ending];
  return (
    <div
      role="alertdialog"
      aria-label={act}
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onKeep();
      }}
      className="mt-2 grid gap-2 rounded-sm border border-line bg-panel p-3"
    >
      <p id={id} className="text-pretty">
        {words}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button ref={keep} size="sm" onClick={onKeep}>
          Keep it
        </Button>
        <Button size="sm" variant="danger" aria-disabled={isEnding} onClick={onConfirm}>
          {act}
        </Button>
      </div>
    </div>
  );
}
