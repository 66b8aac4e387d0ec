import "server-only";
import type { FileHandle } from "node:fs/promises";

/** Large enough that a 5 MB picture takes 80 reads, small enough that a slow client holds little memory. */
const chunkSizeBytes = 64 * 1024;

/** A file from its first byte, read as fast as it is taken. The handle is closed at the end, on error and on cancel. */
export function fileStream(handle: FileHandle): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const buffer = new Uint8Array(chunkSizeBytes);
          const { bytesRead } = await handle.read(buffer, 0, chunkSizeBytes, position);
          position += bytesRead;
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    // Nothing is read before someone asks.
    { highWaterMark: 0 },
  );
}
