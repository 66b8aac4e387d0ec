import "server-only";
import { openEventMailbox } from "./event-mailbox";

const PING_MS = 10_000;
const encoder = new TextEncoder();
/** Proxies that wait for a full buffer pass a line of this length on at once. */
const PING_TEXT = `:${" ".repeat(2048)}\n\n`;
const PING = encoder.encode(PING_TEXT);
const HEAD = encoder.encode(`retry: 1000\n${PING_TEXT}`);
/** What is handed to the connection ahead of its reader; the rest waits as the newest state of rows. */
const AHEAD_BYTES = 64 * 1024;
/** A client that is this far behind is let go; it reconnects and gets a snapshot. */
const BACKLOG_BYTES_MAX = 4 * 1024 * 1024;
/** So many signs of life found the client still not taking what was handed to it before: 300 KB take that at 5 KB/s. */
const STALLED_PINGS_MAX = 6;

/** How long the pages of a studio that stops stay away, at least and at most: they need not all come back at one moment. */
const AWAY_MS = [3_000, 7_000] as const;

export type EventSink = {
  /** @param key of the row: while the client does not read, a newer state takes the place of an older one */
  send(event: object, key?: string): void;
  /** Everything as it is now: what waits to be told is in it. */
  sendWhole(event: object): void;
  close(): void;
  /** Closes it when the studio stops: there is nobody to come back to for a while. */
  sendAway(): void;
};

/**
 * A Server-Sent Events answer. `open` is called once, with where to send; what it returns is called
 * when the client leaves or the stream is closed. For a client that does not read, the newest state of
 * each row waits and not every change; after a while it is let go, backlog and all.
 */
export function eventStream(signal: AbortSignal, open: (sink: EventSink) => () => void): Response {
  let reader = { isReady: () => {}, hasLeft: () => {} };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        reader = feed(controller, signal, open);
      },
      pull: () => reader.isReady(),
      cancel: () => reader.hasLeft(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD_BYTES }),
  );
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: gzip would hold events back.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function feed(
  controller: ReadableStreamDefaultController<Uint8Array>,
  signal: AbortSignal,
  open: (sink: EventSink) => () => void,
) {
  const mailbox = openEventMailbox();
  let isOpen = true;
  let stalledPings = 0;
  let stop = () => {};

  function end(finish: () => void): void {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(ping);
    mailbox.clear();
    stop();
    // Closing throws when the client has gone already, which is what was wanted.
    try {
      finish();
    } catch {
      return;
    }
  }
  const close = () => end(() => controller.close());
  const sendAway = () =>
    end(() => {
      const [leastMs, mostMs] = AWAY_MS;
      const retryMs = Math.round(leastMs + Math.random() * (mostMs - leastMs));
      controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
      controller.close();
    });
  // An end would be told after the backlog, and keep it: an error throws it away.
  const drop = () => end(() => controller.error(new Error("The client does not read its events.")));

  /** Positive: the reader takes more; negative: so many bytes were handed over that it has not taken. */
  const room = () => controller.desiredSize ?? 0;
  function passOn(): void {
    while (room() > 0) {
      const bytes = mailbox.take();
      if (!bytes) return;
      controller.enqueue(bytes);
    }
  }
  function put(event: object, key?: string): void {
    if (!isOpen) return;
    mailbox.put(event, key);
    passOn();
    if (mailbox.sizeBytes() - room() > BACKLOG_BYTES_MAX) drop();
  }
  function sendWhole(event: object): void {
    mailbox.clear();
    put(event);
  }
  const ping = setInterval(() => {
    if (room() > 0) return controller.enqueue(PING);
    stalledPings += 1;
    if (stalledPings >= STALLED_PINGS_MAX) drop();
  }, PING_MS);

  controller.enqueue(HEAD);
  const stopWatching = open({ send: put, sendWhole, close, sendAway });
  // It may have been closed while it was opened, and a signal that is aborted tells nobody.
  if (!isOpen) stopWatching();
  else stop = stopWatching;
  if (signal.aborted) close();
  signal.addEventListener("abort", close, { once: true });
  return {
    isReady() {
      stalledPings = 0;
      passOn();
    },
    hasLeft: close,
  };
}
