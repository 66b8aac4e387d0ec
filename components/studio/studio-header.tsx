"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { useStudioEvents } from "@/lib/client/events/use-studio-events";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { useStudio } from "@/lib/client/studio/studio-context";
import { StreamNotice } from "./stream-notice";
import { Wordmark } from "./wordmark";

type StudioHeaderProps = {
  /** Which session is open, and the way to the others. */
  title: ReactNode;
  /** What the studio offers as a whole, at the end of the line. */
  tools: ReactNode;
};

/** Whose house this is, which session is open, and who serves. The one place that opens the event stream. */
export function StudioHeader({ title, tools }: StudioHeaderProps) {
  const { provider } = useStudio();
  const { session } = useGallery();
  const streamState = useStudioEvents(session.id);
  return (
    <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4 max-desk:px-3">
      <Wordmark />
      <span aria-hidden className="h-4 w-px bg-line-strong" />
      <div className="min-w-0 flex-1">{title}</div>
      <StreamNotice streamState={streamState} />
      {/* On a phone every picture bears it, and the title needs the room. */}
      <span className="flex min-w-0 max-desk:hidden">
        {provider.isOffline ? (
          <Badge>{provider.label}</Badge>
        ) : (
          <span className="truncate text-caption text-ink-faint">{provider.label}</span>
        )}
      </span>
      <div className="-mr-1 flex shrink-0 items-center">{tools}</div>
    </header>
  );
}
