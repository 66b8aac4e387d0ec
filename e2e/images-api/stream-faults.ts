import { setImmediate as nextTurn } from "node:timers/promises";
import { type AnswerEvent, encodeEvent, isEventStream, isPartial, readEvents, withBody } from "./answer-body";
import type { Fault } from "./fault";

const ERROR_EVENT: AnswerEvent = {
  type: "error",
  error: {
    type: "image_generation_server_error",
    code: "image_generation_failed",
    message: "The picture could not be finished.",
    param: null,
  },
};

/** Bytes that are sent one at a time at the end of a chunk, where the events meet. */
const slowTail = 8;

/**
 * Faults in how an answer arrives. Those that reshape events leave an answer in one piece, and
 * a refusal, as they are.
 */
export const STREAM_FAULTS = {
  "lost-connection": async ({ answer }) => {
    const response = await answer();
    return withBody(
      response,
      isEventStream(response) ? firstPartialThenCut(response) : halfThenCut(response),
    );
  },
  silence: async ({ request }) => {
    const isStreamed = /"stream"\s*:\s*true/.test(await request.clone().text());
    const contentType = isStreamed ? "text/event-stream" : "application/json";
    return new Response(new ReadableStream({}), { headers: { "content-type": contentType } });
  },
  "no-headers": ({ request }) =>
    new Promise((_, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
    }),
  "byte-at-a-time": async ({ answer }) => {
    const response = await answer();
    return withBody(response, inSmallPieces(response));
  },
  "malformed-event": reshaped(async function* (events) {
    for await (const event of events) {
      if (!isPartial(event)) yield brokenEvent(event.type);
      yield encodeEvent(event);
    }
  }),
  "no-final": reshaped(async function* (events) {
    for await (const event of events) if (isPartial(event)) yield encodeEvent(event);
  }),
  "error-event": reshaped(async function* (events) {
    for await (const event of events) {
      if (isPartial(event)) yield encodeEvent(event);
      break;
    }
    yield encodeEvent(ERROR_EVENT);
  }),
  "early-final": reshaped(async function* (events) {
    for await (const event of events) if (!isPartial(event)) yield encodeEvent(event);
  }),
  "late-partial": reshaped(async function* (events) {
    let held: AnswerEvent | null = null;
    for await (const event of events) {
      if (!isPartial(event)) {
        yield encodeEvent(event);
        yield encodeEvent(held ?? asPartial(event));
      } else {
        if (held) yield encodeEvent(held);
        held = event;
      }
    }
  }),
} satisfies Record<string, Fault>;

/** A fault that passes the events on otherwise than they came. */
function reshaped(reshape: (events: AsyncIterable<AnswerEvent>) => AsyncGenerator<Uint8Array>): Fault {
  return async ({ answer }) => {
    const response = await answer();
    return isEventStream(response) ? withBody(response, reshape(readEvents(response))) : response;
  };
}

/** An event whose JSON breaks off. */
function brokenEvent(type: string): Uint8Array {
  return new TextEncoder().encode(`event: ${type}\ndata: {"type":"${type}","b64_json":"iVBOR\n\n`);
}

function asPartial({ usage, ...final }: AnswerEvent): AnswerEvent {
  return { ...final, type: final.type.replace(/completed$/, "partial_image"), partial_image_index: 0 };
}

async function* firstPartialThenCut(response: Response): AsyncGenerator<Uint8Array> {
  for await (const event of readEvents(response)) {
    if (isPartial(event)) yield encodeEvent(event);
    break;
  }
  throw new Error("The connection is cut here.");
}

async function* halfThenCut(response: Response): AsyncGenerator<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  yield bytes.subarray(0, Math.ceil(bytes.length / 2));
  throw new Error("The connection is cut here.");
}

/** Pieces of 1, 2, 3 … bytes, then the last few one by one: the places where events meet are cut too. */
async function* inSmallPieces(response: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of response.body ?? []) {
    const tailStart = Math.max(0, chunk.length - slowTail);
    for (let start = 0, wish = 1; start < chunk.length; wish++) {
      const end = start < tailStart ? Math.min(start + wish, tailStart) : start + 1;
      yield chunk.subarray(start, end);
      start = end;
      await nextTurn();
    }
  }
}
