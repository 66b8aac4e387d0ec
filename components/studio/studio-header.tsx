"use client";

import { Badge } from "@/components/ui/badge";
import { useStudio } from "@/lib/client/studio-context";
import { useGallery } from "@/lib/client/use-gallery";
import { useStudioEvents } from "@/lib/client/use-studio-events";
import { StreamNotice } from "./stream-notice";
import { Wordmark } from "./wordmark";

/** Whose house this is, which session is open, and who serves. The one place that opens the event stream. */
export function StudioHeader() {
  const { provider } = useStudio();
  const { session } = useGallery();
  const streamState = useStudioEvents(session.id);
  return (
    <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4 max-desk:px-3">
      <Wordmark />
      <span aria-hidden className="h-4 w-px bg-line-strong" />
      <h1 className="min-w-0 flex-1 truncate text-ink-muted">{session.title}</h1>
      <StreamNotice streamState={streamState} />
      {provider.isOffline ? (
        <Badge>{provider.label}</Badge>
      ) : (
        <span className="truncate text-caption text-ink-faint">{provider.label}</span>
      )}
    </header>
  );
}
