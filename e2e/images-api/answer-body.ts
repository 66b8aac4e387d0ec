import * as z from "zod";

const eventSchema = z.looseObject({ type: z.string() });
/** An event of a stream; other fields are kept as they are. */
export type AnswerEvent = z.infer<typeof eventSchema>;

const pictureSchema = z.looseObject({ b64_json: z.string() });
/** One picture of an answer: an entry of `data`, or a whole event. */
export type AnswerPicture = z.infer<typeof pictureSchema>;

const answerSchema = z.looseObject({ data: z.array(z.unknown()) });

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Whether an answer comes in events. */
export function isEventStream(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
}

/** Whether an event is a preview, of a generation or of an edit. */
export function isPartial(event: AnswerEvent): boolean {
  return event.type.endsWith(".partial_image");
}

export function encodeEvent(event: AnswerEvent): Uint8Array {
  return encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** The events of an answer. The API writes one event a chunk, so chunks need no joining. */
export async function* readEvents(response: Response): AsyncGenerator<AnswerEvent> {
  for await (const chunk of response.body ?? []) {
    const data = /^data: (.*)$/m.exec(decoder.decode(chunk))?.[1] ?? "";
    yield eventSchema.parse(JSON.parse(data));
  }
}

/** The same answer with other bytes. They are made as they are read; a throw cuts the connection. */
export function withBody(response: Response, chunks: AsyncIterator<Uint8Array>): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => void chunks.return?.(),
  });
  return new Response(body, { status: response.status, headers: withoutLength(response) });
}

type Change = (picture: AnswerPicture) => Promise<object> | object;

/**
 * The same answer with other pictures, whether it comes in events (finals only) or in one piece.
 * `facts` replace what the answer says of its pictures, such as their size.
 */
export async function withPictures(
  response: Response,
  change: Change,
  facts: object = {},
): Promise<Response> {
  if (!response.ok) return response;
  if (isEventStream(response)) return withBody(response, changeFinals(response, change, facts));
  const answer = answerSchema.parse(await response.json());
  const data = await Promise.all(answer.data.map((entry) => changeEntry(entry, change)));
  return Response.json({ ...answer, ...facts, data }, { status: response.status });
}

/** An entry without bytes, such as one with an address, stays as it is. */
function changeEntry(entry: unknown, change: Change): unknown {
  const picture = pictureSchema.safeParse(entry);
  return picture.success ? change(picture.data) : entry;
}

async function* changeFinals(response: Response, change: Change, facts: object): AsyncGenerator<Uint8Array> {
  for await (const event of readEvents(response)) {
    const picture = pictureSchema.safeParse(event);
    const isChanged = !isPartial(event) && picture.success;
    const changed = isChanged ? { ...(await change(picture.data)), ...facts } : event;
    yield encodeEvent(eventSchema.parse(changed));
  }
}

function withoutLength({ headers }: Response): Headers {
  const kept = new Headers(headers);
  kept.delete("content-length");
  return kept;
}
