import "server-only";

/** One event: its `type` is also its name in the stream. */
export type StreamEvent = { type: string; [field: string]: unknown };

const encoder = new TextEncoder();

/** An event as Server-Sent Events have it: a line for the name, a line for the JSON, an empty line. */
export function encodeEvent(event: StreamEvent): Uint8Array<ArrayBuffer> {
  return encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/**
 * A response that sends the events as they come, one chunk each, at most one ahead of the reader.
 * When the client leaves, the signal given to `events` is aborted and the stream ends quietly.
 */
export function eventStream(
  request: Request,
  events: (signal: AbortSignal) => AsyncIterator<StreamEvent>,
): Response {
  const left = new AbortController();
  // The stream holds the request, because a request that nobody holds forgets to abort its signal.
  const leave = () => left.abort(request.signal.reason);
  if (request.signal.aborted) leave();
  request.signal.addEventListener("abort", leave, { once: true });
  const iterator = events(left.signal);
  let isCancelled = false;

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (isCancelled) return;
      if (next.done || left.signal.aborted) controller.close();
      else controller.enqueue(encodeEvent(next.value));
      if (next.done) request.signal.removeEventListener("abort", leave);
    },
    cancel() {
      isCancelled = true;
      left.abort();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
