import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Watchdog } from "@/lib/server/provider/watchdog";
import { type BodyBudget, createBodyBudget } from "./body-budget";
import { openPictureSieve } from "./picture-sieve";

/** Ten pictures of 12 MB in base64, and room. */
const BODY_BYTES_MAX = 256 * 1024 * 1024;
/** While a body waits for memory its provider is not silent: it is not listened to. */
const TOUCH_MS = 1_000;

/** One for the process: every call reads with the same memory. */
const processBudget = createBodyBudget();

/** The body of an answer with pictures, read once. */
export type Body = Disposable & {
  /**
   * The text, piece by piece, with names in place of its pictures. Each piece is a sign of life for the watchdog; ends
   * with the watchdog's reason when it barks, whether or not whoever sends the body takes notice.
   * @throws AppError when it is larger than any answer can be
   */
  text(): AsyncGenerator<string>;
  /** The bytes of a `b64_json` of the text. To be asked once. */
  take(b64: string): Uint8Array;
  /** The text so far was read, and nobody holds it any more. */
  forgetText(): void;
};

/** Takes its part of the process's memory while it is open, and waits for others where there is too little. */
export function openBody(response: Response, watchdog: Watchdog, budget: BodyBudget = processBudget): Body {
  const sieve = openPictureSieve();
  const share = budget.open();
  let textChars = 0;

  /** What comes while this waits stays with its sender. */
  async function waitForMemory(): Promise<void> {
    const { signal } = watchdog;
    const { promise: ended, reject } = Promise.withResolvers<never>();
    const end = () => reject(signal.reason);
    const touching = setInterval(watchdog.touch, TOUCH_MS);
    signal.addEventListener("abort", end, { once: true });
    try {
      await Promise.race([share.hold(sieve.heldBytes() + textChars), ended]);
    } finally {
      clearInterval(touching);
      signal.removeEventListener("abort", end);
    }
  }

  return {
    async *text() {
      const decoder = new TextDecoder();
      let sizeBytes = 0;
      const { signal } = watchdog;
      const watched = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
      for await (const chunk of watched ?? []) {
        watchdog.touch();
        sizeBytes += chunk.byteLength;
        if (sizeBytes > BODY_BYTES_MAX)
          throw new AppError("ended_early", { message: "The answer is too large." });
        const text = sieve.feed(decoder.decode(chunk, { stream: true }));
        textChars += text.length;
        yield text;
        await waitForMemory();
      }
    },
    take: sieve.take,
    forgetText() {
      textChars = 0;
    },
    [Symbol.dispose]: () => share[Symbol.dispose](),
  };
}
