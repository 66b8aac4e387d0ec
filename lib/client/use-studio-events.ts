import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { StudioEvent } from "@/lib/domain/events";
import { applyStudioEvent, type GalleryState } from "./gallery-state";

export type StreamState = "connecting" | "live" | "lost";

/**
 * Keeps a session's cached gallery in step with the studio: one event stream a tab. EventSource
 * reconnects by itself, and the snapshot that opens every connection heals what was missed.
 */
export function useStudioEvents(sessionId: string): StreamState {
  const queryClient = useQueryClient();
  const [streamState, setStreamState] = useState<StreamState>("connecting");
  useEffect(() => {
    const source = new EventSource(`/api/events?session=${encodeURIComponent(sessionId)}`);
    const apply = (event: StudioEvent) => {
      queryClient.setQueryData<GalleryState>(["gallery", sessionId], (state) =>
        state ? applyStudioEvent(state, event) : state,
      );
      if (event.type === "session-changed") refreshTotals(queryClient);
    };
    source.onopen = () => setStreamState("live");
    source.onerror = () => setStreamState("lost");
    source.onmessage = ({ data }) => apply(JSON.parse(data));
    return () => source.close();
  }, [queryClient, sessionId]);
  return streamState;
}

/** Of any of the viewer's sessions: its name, its place in the list or what it cost. */
function refreshTotals(queryClient: QueryClient): void {
  for (const queryKey of [["sessions"], ["spending"]]) void queryClient.invalidateQueries({ queryKey });
}
