import "server-only";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ProviderEvent } from "@/lib/server/ports/provider";
import { type Body, openBody } from "./bodies/body";
import { parseJson } from "./bodies/parse-json";
import { lateError } from "./provider-error";
import { watchForFinal } from "./watch-for-final";
import type { Watchdog } from "./watchdog";
import { readWireError, usedOf, wireCompletedSchema, wirePartialSchema } from "./wire";

/**
 * A streamed call: partials as they come, then the answer. Ends with the first `completed`, so a
 * partial behind it is never seen. A malformed event is passed over: it costs a preview at most,
 * and if it was the final, the end without one says so.
 * @param onFinal called once, when the first bytes of the final are here
 * @throws AppError for an `error` event, and ended_early when the stream ends without a final
 */
export async function* readStream(
  response: Response,
  watchdog: Watchdog,
  secrets: readonly string[],
  onFinal: () => void = () => {},
): AsyncGenerator<ProviderEvent> {
  using body = openBody(response, watchdog);
  const finals = watchForFinal(onFinal);
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  for await (const text of body.text()) {
    finals.feed(text);
    parser.feed(text);
    if (messages.length > 0) body.forgetText();
    for (const message of messages.splice(0)) {
      const event = readMessage(message, body, secrets);
      if (event) yield event;
      if (event?.type === "answered") return;
    }
  }
  // Some servers end with the last event's data and without the empty line that completes it.
  parser.feed("\n\n");
  const last = messages.map((message) => readMessage(message, body, secrets)).find((event) => event !== null);
  if (last?.type !== "answered") throw new AppError("ended_early");
  yield last;
}

function readMessage(
  message: EventSourceMessage,
  body: Body,
  secrets: readonly string[],
): ProviderEvent | null {
  const data = parseJson(message.data);
  const partial = wirePartialSchema.safeParse(data);
  if (partial.success) {
    const { b64_json, partial_image_index: partialIndex } = partial.data;
    return {
      type: "partial",
      partialIndex,
      bytes: body.take(b64_json),
      used: usedOf(partial.data),
    };
  }
  const completed = wireCompletedSchema.safeParse(data);
  if (completed.success) {
    const { b64_json, revised_prompt, usage } = completed.data;
    const bytes = body.take(b64_json);
    const used = usedOf(completed.data);
    const revisedPrompt = revised_prompt ?? null;
    return {
      type: "answered",
      images: [{ type: "picture", bytes, used, revisedPrompt }],
      ...usage,
    };
  }
  const failed = readWireError(data);
  if (failed || message.event === "error") throw lateError(failed, secrets);
  return null;
}
