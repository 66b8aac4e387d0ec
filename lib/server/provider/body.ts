import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Watchdog } from "./watchdog";

/** Ten pictures of 12 MB in base64, and room. */
const BODY_BYTES_MAX = 256 * 1024 * 1024;

/**
 * The body as text, piece by piece, each piece a sign of life for the watchdog. Ends with the
 * watchdog's reason when it barks, whether or not whoever sends the body takes notice.
 * @throws AppError when it is larger than any answer can be
 */
export async function* readText(response: Response, watchdog: Watchdog): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let sizeBytes = 0;
  const { signal } = watchdog;
  const watched = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
  for await (const chunk of watched ?? []) {
    watchdog.touch();
    sizeBytes += chunk.byteLength;
    if (sizeBytes > BODY_BYTES_MAX)
      throw new AppError("ended_early", { message: "The answer is too large." });
    yield decoder.decode(chunk, { stream: true });
  }
}
