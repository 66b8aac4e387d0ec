import "server-only";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import { type EventSink, eventStream } from "@/lib/server/changes/event-stream";
import type { Watched } from "@/lib/server/ports/watchers";
import type { Services } from "@/lib/server/services";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Everything that happens in a session, as events: a snapshot first, then rows as they change.
 * The caller has checked that the viewer may see the session.
 */
export function streamSession(
  services: Services,
  viewer: Viewer,
  sessionId: string,
  signal: AbortSignal,
): Response {
  return eventStream(signal, (sink) => {
    const closeWith = () => sink.close();
    services.streams.add(closeWith);
    const stopWatching = followSession(services, viewer, sessionId, sink);
    return () => {
      services.streams.delete(closeWith);
      stopWatching();
    };
  });
}

/** Watches from before the snapshot is read, so that nothing falls between the two. */
function followSession(services: Services, viewer: Viewer, sessionId: string, sink: EventSink): () => void {
  let held: StudioEvent[] | null = [];
  const sendSnapshot = async () => {
    held ??= [];
    const gallery = await readGallery(services.database.reads, viewer, { sessionId, before: null });
    sink.send({ type: "snapshot", gallery } satisfies StudioEvent);
    // Two gaps can overlap; the first snapshot to come has sent what was held.
    for (const event of held ?? []) sink.send(event);
    held = null;
  };
  const onWatched = (watched: Watched) => {
    if (watched === "gap") void sendSnapshot().catch(sink.close);
    else if (held) held.push(toEvent(watched));
    else sink.send(toEvent(watched));
  };
  const stop = services.watchers.watch(sessionId, onWatched);
  sendSnapshot().catch(sink.close);
  return stop;
}

/** A share's row stays on the server: it has hashes. */
function toEvent(watched: Exclude<Watched, "gap">): StudioEvent {
  return watched.type === "share-changed" ? { type: watched.type, shareId: watched.shareId } : watched;
}
