import "server-only";
import { StorageTimeoutError } from "./within";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A stream that lets go of its source when either end is silent for `stallMs`: a storage that stops sending, or a
 * reader that stops reading and would hold a connection of the storage for as long as it likes.
 */
export function boundedStream(source: ReadableStream<Bytes>, stallMs: number): ReadableStream<Bytes> {
  const reader = source.getReader();
  let timer: NodeJS.Timeout | undefined;

  function watch(controller: ReadableStreamDefaultController<Bytes>): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const error = new StorageTimeoutError(stallMs);
      controller.error(error);
      reader.cancel(error).catch(() => {});
    }, stallMs);
  }

  return new ReadableStream<Bytes>(
    {
      start: watch,
      async pull(controller) {
        watch(controller);
        const { done, value } = await reader.read().catch((error: unknown) => {
          clearTimeout(timer);
          throw error;
        });
        clearTimeout(timer);
        if (done) return controller.close();
        controller.enqueue(value);
        watch(controller);
      },
      cancel(reason) {
        clearTimeout(timer);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
