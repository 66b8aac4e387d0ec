import { Unplug } from "lucide-react";
import type { StreamState } from "@/lib/client/events/use-studio-events";

/** Says when the studio cannot be heard; after a moment only, since most gaps heal by themselves. */
export function StreamNotice({ streamState }: { streamState: StreamState }) {
  return (
    <p role="status" className="shrink-0 text-caption">
      {streamState === "lost" && (
        <span className="flex animate-appear items-center gap-1.5 text-ink-muted [animation-delay:1s] [animation-fill-mode:backwards]">
          <Unplug aria-hidden size={13} />
          <span className="max-desk:sr-only">Connection lost, trying again</span>
        </span>
      )}
    </p>
  );
}
