import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { tellGallery } from "@/lib/client/gallery/gallery-cache";
import { refreshReview, tellReview } from "@/lib/client/review/review-query";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import { openEventSource } from "./open-event-source";

export type StreamState = "connecting" | "live" | "lost";

/** Keeps a session's cached gallery in step with the studio: one event stream a tab. */
export function useStudioEvents(sessionId: string): StreamState {
  const queryClient = useQueryClient();
  const [streamState, setStreamState] = useState<StreamState>("connecting");
  useEffect(
    () =>
      openEventSource<StudioEvent>(`/api/events?session=${encodeURIComponent(sessionId)}`, {
        onConnection: setStreamState,
        onEvent(event) {
          tellGallery(queryClient, sessionId, [event]);
          refreshOthers(queryClient, sessionId, event);
        },
      }),
    [queryClient, sessionId],
  );
  return streamState;
}

/** What an event means for everything but the gallery. */
function refreshOthers(queryClient: QueryClient, sessionId: string, event: StudioEvent): void {
  const refresh = (queryKey: string[]) => void queryClient.invalidateQueries({ queryKey });
  switch (event.type) {
    case "snapshot":
      refreshReview(queryClient, sessionId);
      return;
    case "share-changed":
      refresh(["shares"]);
      refreshReview(queryClient, sessionId);
      return;
    case "mark-changed":
    case "comment-changed":
      // Code that cannot be had now comes with the next connection.
      void tellReview(queryClient, sessionId, event).catch(() => undefined);
      return;
    case "session-changed":
      // Of any of the viewer's sessions: its name, its place in the list or what it cost.
      refresh(["sessions"]);
      refresh(["spending"]);
      return;
    case "generation-changed":
    case "image-changed":
    case "matrix-changed":
      return;
  }
}
