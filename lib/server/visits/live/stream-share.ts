import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { type EventSink, eventStream } from "@/lib/server/changes/event-stream";
import { takeStreamPlace } from "@/lib/server/changes/stream-places";
import { readVisitor } from "@/lib/server/db/queries/sharing/visitors";
import type { Services } from "@/lib/server/services";
import { isUnlocked, type Visit } from "@/lib/server/visits/open-share";
import { forVisitor } from "@/lib/server/visits/read-shared-gallery";
import { toSharedComment } from "@/lib/server/visits/to-shared-comment";
import { feedOf } from "./open-share-feeds";
import type { ShareFeed, Told } from "./share-feed";

/** Each holds a socket: so many of a process one link may take. */
const STREAMS_A_SHARE_MAX = 500;
/** Who gave a name has places of their own, so that those without one cannot take all of a link's. */
const STREAMS_OF_NAMELESS_MAX = 400;
const STREAMS_A_VISITOR_MAX = 16;

type StreamServices = Pick<Services, "database" | "watchers" | "streams">;

/**
 * What happens in a shared gallery, as events: a snapshot first, then what changes; it ends at once
 * when the share does. The caller has checked that the visitor may look.
 * @throws AppError too_many_tries when too many look already
 */
export function streamShare(services: StreamServices, visit: Visit, signal: AbortSignal): Response {
  const feed = feedOf(services, visit.share);
  if (feed.size() >= STREAMS_A_SHARE_MAX) {
    throw new AppError("too_many_tries", { message: "Too many people watch this gallery just now." });
  }
  const { visitor, share } = visit;
  const giveBack = visitor
    ? takeStreamPlace(services, `visitor:${visitor.id}`, STREAMS_A_VISITOR_MAX)
    : takeStreamPlace(services, `nameless:${share.id}`, STREAMS_OF_NAMELESS_MAX);
  return eventStream(signal, (sink) => {
    const sendAway = () => sink.sendAway();
    services.streams.add(sendAway);
    const leave = followShare(services, feed, visit, sink);
    return () => {
      services.streams.delete(sendAway);
      giveBack();
      leave();
    };
  });
}

function followShare(
  { database: { reads: db } }: StreamServices,
  feed: ShareFeed,
  visit: Visit,
  sink: EventSink,
): () => void {
  const visitorId = visit.visitor?.id ?? null;
  /** Told while a snapshot is read, which may lack it; null when none is. */
  let held: Told[] | null = null;
  let isDueAgain = false;
  let hasLeft = false;

  const send = (event: SharedEvent) =>
    event.type === "snapshot" ? sink.sendWhole(event) : sink.send(event, rowOf(event));
  const goAway = () => {
    send({ type: "gone" });
    sink.close();
  };

  async function sendSnapshots(): Promise<void> {
    held = [];
    do {
      isDueAgain = false;
      const page = await feed.readSharedPage();
      // Read again: a name may have been given since.
      const visitor = visitorId === null ? null : await readVisitor(db, { id: visitorId });
      const gallery = await forVisitor(db, { share: feed.share(), visitor }, page);
      if (hasLeft) return;
      send({ type: "snapshot", gallery });
    } while (isDueAgain);
    const late: Told[] = held;
    held = null;
    for (const told of late) hear(told);
  }

  /** A password that is new, or another one, was not answered by anyone who is here. */
  function refresh(): void {
    if (!isUnlocked({ ...visit, share: feed.share() })) goAway();
    else if (held) isDueAgain = true;
    else sendSnapshots().catch(sink.close);
  }

  function hear(told: Told): void {
    switch (told.type) {
      case "gone":
        goAway();
        break;
      case "failed":
        sink.close();
        break;
      case "changed":
        refresh();
        break;
      case "event":
      case "comment":
        if (held) held.push(told);
        else if (told.type === "event") send(told.event);
        else tellComment(told.comment);
    }
  }

  function tellComment(comment: Extract<Told, { type: "comment" }>["comment"]): void {
    if (comment.deletedAt !== null) send({ type: "comment-removed", id: comment.id });
    else send({ type: "comment-changed", comment: toSharedComment(comment, visitorId) });
  }

  const leave = feed.join(hear);
  refresh();
  return () => {
    hasLeft = true;
    leave();
  };
}

/** Which row an event is of: a later one says all that an earlier one did. */
function rowOf(event: Exclude<SharedEvent, { type: "snapshot" }>): string {
  switch (event.type) {
    case "picture-changed":
      return `picture ${event.picture.id}`;
    case "picture-removed":
      return `picture ${event.id}`;
    case "comment-changed":
      return `comment ${event.comment.id}`;
    case "comment-removed":
      return `comment ${event.id}`;
    case "gone":
      return event.type;
  }
}
