import "server-only";

const PING_MS = 10_000;
/** Proxies that wait for a full buffer pass a line of this length on at once. */
const PING = `:${" ".repeat(2048)}\n\n`;
/** A client that is this far behind is let go; it reconnects and gets a snapshot. */
const BACKLOG_BYTES_MAX = 4 * 1024 * 1024;

export type EventSink = { send(event: object): void; close(): void };

/**
 * A Server-Sent Events answer. `open` is called once, with where to send; what it returns is called
 * when the client leaves or the stream is closed.
 */
export function eventStream(signal: AbortSignal, open: (sink: EventSink) => () => void): Response {
  const encoder = new TextEncoder();
  let leave = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true;
        const write = (text: string) => {
          if (!isOpen) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < -BACKLOG_BYTES_MAX) close();
        };
        let stop = () => {};
        const ping = setInterval(() => write(PING), PING_MS);
        const close = () => {
          if (!isOpen) return;
          isOpen = false;
          clearInterval(ping);
          stop();
          // Closing throws when the client has gone already, which is what was wanted.
          try {
            controller.close();
          } catch {
            return;
          }
        };
        leave = close;
        write(`retry: 1000\n${PING}`);
        const stopWatching = open({ send: (event) => write(`data: ${JSON.stringify(event)}\n\n`), close });
        // It may have been closed while it was opened, and a signal that is aborted tells nobody.
        if (!isOpen) return stopWatching();
        stop = stopWatching;
        if (signal.aborted) return close();
        signal.addEventListener("abort", close, { once: true });
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 64 * 1024 }),
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
