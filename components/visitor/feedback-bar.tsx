import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Feedback } from "@/lib/client/visitor/use-feedback";
import { NameForm } from "./name-form";

/** Stands over the page and its light table while there is something to ask or to say, and blocks neither. */
export function FeedbackBar({ feedback }: { feedback: Feedback }) {
  const { wish, notice, giveName, forgetWish, dismissNotice } = feedback;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <div role="alert" className="w-full max-w-[420px]">
        {notice !== null && (
          <div className="pointer-events-auto flex animate-rise items-center gap-2 rounded-md bg-raised py-1 pr-1 pl-4 shadow-float">
            <p className="min-w-0 flex-1 py-1">{notice}</p>
            <IconButton icon={X} label="Dismiss" tooltipAlign="end" onClick={dismissNotice} />
          </div>
        )}
      </div>
      {wish !== null && (
        <div className="pointer-events-auto w-full max-w-[420px] animate-rise rounded-md bg-raised p-4 pb-3 shadow-float">
          <FocusBack />
          <NameForm onName={giveName} onCancel={forgetWish} />
        </div>
      )}
    </div>
  );
}

/** Gives the focus back to what had it when this came. */
function FocusBack() {
  const opener = useRef<Element | null>(null);
  // During the first render the field below has not yet taken the focus.
  if (opener.current === null && typeof document !== "undefined") opener.current = document.activeElement;
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    },
    [],
  );
  return null;
}
