import "server-only";
import { errorBody } from "@/lib/domain/images-api/api-error";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import type { ApiCall } from "@/lib/server/api/api-call";
import { toRefusal } from "@/lib/server/api/errors/to-refusal";
import type { Ordered } from "@/lib/server/api/requests/order-generation";
import { afterMs, eventFrames } from "./event-frames";
import { pictureEvents, type WireEvent } from "./picture-events";

/** What fails as soon as this is answered with a status, which SDKs turn into an exception of its own. */
const STATUS_WITHIN_MS = 3_000;

/**
 * One picture that develops, in Server-Sent Events. A repeat of the request gets what is known by then: the last
 * partial, and the finished picture at least.
 * @throws ApiError with why there is no picture, where that is known soon
 */
export async function answerInEvents(
  { services, request }: ApiCall,
  order: Pick<ImageOrder, "model" | "options">,
  { generation }: Ordered,
): Promise<Response> {
  const left = new AbortController();
  // The stream holds the request, because a request that nobody holds forgets to abort its signal.
  const leave = () => left.abort(request.signal.reason);
  if (request.signal.aborted) leave();
  request.signal.addEventListener("abort", leave, { once: true });
  const events = pictureEvents(services, order, generation, left.signal);
  const first = events.next();
  await Promise.race([first, afterMs(STATUS_WITHIN_MS, first)]);
  return eventFrames(framesOf(first, events), leave);
}

async function* framesOf(
  first: Promise<IteratorResult<WireEvent>>,
  rest: AsyncIterator<WireEvent>,
): AsyncGenerator<string> {
  try {
    for (let step = await first; !step.done; step = await rest.next()) yield frame(step.value);
  } catch (thrown) {
    yield errorFrame(thrown);
  }
}

/** The type is in the data alone: one of the SDKs passes over a frame that has a line for its name. */
function frame(event: WireEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

/** An error has its name: that is what makes both SDKs throw. */
function errorFrame(thrown: unknown): string {
  return `event: error\ndata: ${JSON.stringify({ type: "error", ...errorBody(toRefusal(thrown).refusal) })}\n\n`;
}
