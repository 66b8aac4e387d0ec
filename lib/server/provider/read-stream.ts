import "server-only";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { AppError } from "@/lib/domain/app-error";
import { readText } from "./body";
import type { ProviderEvent } from "./provider";
import { streamError } from "./provider-error";
import type { Watchdog } from "./watchdog";
import { usageOf, usedOf, wireCompletedSchema, wireErrorSchema, wirePartialSchema } from "./wire";

/**
 * A streamed call: partials as they come, then the answer. Ends with the first `completed`, so a
 * partial behind it is never seen. A malformed event is passed over: it costs a preview at most,
 * and if it was the final, the end without one says so.
 * @throws AppError for an `error` event, and ended_early when the stream ends without a final
 */
export async function* readStream(
  response: Response,
  watchdog: Watchdog,
  secrets: readonly string[],
): AsyncGenerator<ProviderEvent> {
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  for await (const text of readText(response, watchdog)) {
    parser.feed(text);
    for (const message of messages.splice(0)) {
      const event = readMessage(message, secrets);
      if (event) yield event;
      if (event?.type === "answered") return;
    }
  }
  throw new AppError("ended_early");
}

function readMessage(message: EventSourceMessage, secrets: readonly string[]): ProviderEvent | null {
  const data = parseJson(message.data);
  const partial = wirePartialSchema.safeParse(data);
  if (partial.success) {
    const { b64_json, partial_image_index: partialIndex } = partial.data;
    return {
      type: "partial",
      partialIndex,
      bytes: Buffer.from(b64_json, "base64"),
      used: usedOf(partial.data),
    };
  }
  const completed = wireCompletedSchema.safeParse(data);
  if (completed.success) {
    const { b64_json, revised_prompt, usage } = completed.data;
    const bytes = Buffer.from(b64_json, "base64");
    const image = { bytes, used: usedOf(completed.data), revisedPrompt: revised_prompt ?? null };
    return { type: "answered", images: [image], usage: usageOf(usage) };
  }
  const failed = wireErrorSchema.safeParse(data);
  if (failed.success || message.event === "error") throw streamErrorOf(data, secrets);
  return null;
}

function streamErrorOf(data: unknown, secrets: readonly string[]): AppError {
  const parsed = wireErrorSchema.safeParse(data);
  const { message, code, param } = parsed.data?.error ?? {};
  return streamError({ message: message ?? "", code: code ?? null, param: param ?? null }, secrets, data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
