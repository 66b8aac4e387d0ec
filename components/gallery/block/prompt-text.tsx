import { useEffect, useRef, useState } from "react";

const LINK =
  "rounded-xs text-ink-muted text-lead underline decoration-line-heavy underline-offset-3 hover:text-ink";
/** As tall as a finger needs it. */
const REACH = "before:-inset-y-2.5 before:absolute before:inset-x-0";

/** A prompt as the heading of what came of it: three lines, and the rest on request. */
export function PromptText({ prompt }: { prompt: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  const [isCut, setCut] = useState(false);
  const [isExpanded, setExpanded] = useState(false);
  useEffect(() => {
    const heading = ref.current;
    if (!heading) return;
    const observer = new ResizeObserver(() => setCut(heading.scrollHeight > heading.clientHeight + 1));
    observer.observe(heading);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="relative">
      <h2
        ref={ref}
        dir="auto"
        className={`whitespace-pre-line break-words font-medium text-lead text-pretty ${isExpanded ? "" : "line-clamp-3"}`}
      >
        {prompt}
      </h2>
      {(isCut || isExpanded) && (
        <button
          type="button"
          aria-expanded={isExpanded}
          onClick={() => setExpanded(!isExpanded)}
          className={`${LINK} ${REACH} ${isExpanded ? "relative" : "absolute right-0 bottom-0 bg-canvas pl-2"}`}
        >
          {isExpanded ? "Show less" : "Show all"}
        </button>
      )}
    </div>
  );
}
