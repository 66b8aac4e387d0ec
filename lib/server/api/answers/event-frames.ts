import "server-only";

/** Proxies cut a connection that is silent for 30 s and more; a comment tells them, and no client, that it lives. */
const KEEP_ALIVE_MS = 10_000;
const KEEP_ALIVE = ": keep-alive\n\n";

/**
 * An answer in Server-Sent Events, at most one frame ahead of its reader. It ends with its last frame, as streams of
 * the Images API do.
 * @param onLeave called when the client leaves before
 */
export function eventFrames(frames: AsyncIterator<string>, onLeave: () => void): Response {
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<string>> | null = null;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      next ??= frames.next();
      const step = await Promise.race([next, afterMs(KEEP_ALIVE_MS, next)]);
      if (step === "silence") return controller.enqueue(encoder.encode(KEEP_ALIVE));
      next = null;
      if (step.done) controller.close();
      else controller.enqueue(encoder.encode(step.value));
    },
    cancel: onLeave,
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: gzip would hold events back.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** "silence" after so long; the timer is gone as soon as `work` is done. */
export function afterMs(timeoutMs: number, work: Promise<unknown>): Promise<"silence"> {
  const { promise, resolve } = Promise.withResolvers<"silence">();
  const timer = setTimeout(resolve, timeoutMs, "silence");
  const stop = () => clearTimeout(timer);
  work.then(stop, stop);
  return promise;
}
