import "server-only";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import { type EventSink, eventStream } from "@/lib/server/changes/event-stream";
import type { Watched } from "@/lib/server/ports/watchers";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { readSnapshot } from "./read-snapshot";
import { takeStreamPlace } from "./stream-places";

/** A browser opens one a page. */
const STREAMS_A_VIEWER_MAX = 500;

/**
 * Everything that happens in a session, as events: a snapshot first, then rows as they change.
 * The caller has checked that the viewer may see the session.
 * @throws AppError too_many_tries when the viewer, or everyone together, watches too much already
 */
export function streamSession(
  services: Services,
  viewer: Viewer,
  sessionId: string,
  signal: AbortSignal,
): Response {
  const giveBack = takeStreamPlace(services, `viewer:${viewer.id}`, STREAMS_A_VIEWER_MAX);
  return eventStream(signal, (sink) => {
    const sendAway = () => sink.sendAway();
    services.streams.add(sendAway);
    const stopWatching = followSession(services, viewer, sessionId, sink);
    return () => {
      services.streams.delete(sendAway);
      giveBack();
      stopWatching();
    };
  });
}

/** Watches from before the snapshot is read, so that nothing falls between the two. */
function followSession(services: Services, viewer: Viewer, sessionId: string, sink: EventSink): () => void {
  let held: StudioEvent[] | null = [];
  const sendSnapshot = async () => {
    held ??= [];
    sink.sendWhole(await readSnapshot(services, viewer, sessionId));
    // Two gaps can overlap; the first snapshot to come has sent what was held.
    for (const event of held ?? []) sink.send(event, rowOf(event));
    held = null;
  };
  const onWatched = (watched: Watched) => {
    if (watched === "gap") void sendSnapshot().catch(sink.close);
    else if (held) held.push(toEvent(watched));
    else {
      const event = toEvent(watched);
      sink.send(event, rowOf(event));
    }
  };
  const stop = services.watchers.watch(sessionId, onWatched);
  sendSnapshot().catch(sink.close);
  return stop;
}

/** Which row an event is of: a later one says all that an earlier one did. */
function rowOf(event: StudioEvent): string {
  switch (event.type) {
    case "snapshot":
      return event.type;
    case "generation-changed":
      return `${event.type} ${event.generation.id}`;
    case "image-changed":
      return `${event.type} ${event.image.id}`;
    case "matrix-changed":
      return `${event.type} ${event.matrix.id}`;
    case "session-changed":
      return `${event.type} ${event.session.id}`;
    case "mark-changed":
      return `${event.type} ${event.mark.id}`;
    case "comment-changed":
      return `${event.type} ${event.comment.id}`;
    case "share-changed":
      return `${event.type} ${event.shareId}`;
  }
}

/** A share's row stays on the server: it has hashes. */
function toEvent(watched: Exclude<Watched, "gap">): StudioEvent {
  return watched.type === "share-changed" ? { type: watched.type, shareId: watched.shareId } : watched;
}
