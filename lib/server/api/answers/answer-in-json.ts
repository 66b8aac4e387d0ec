import "server-only";
import type { CompletedImage, Image } from "@/lib/domain/generation/image";
import { originalKey } from "@/lib/domain/generation/picture-address";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import { pictureAddresses } from "@/lib/server/api/addresses/picture-addresses";
import { ADDRESS_LIFE_MS } from "@/lib/server/api/addresses/signed-address";
import type { ApiCall } from "@/lib/server/api/api-call";
import type { Ordered } from "@/lib/server/api/requests/order-generation";
import { markAnswered } from "@/lib/server/db/queries/api-requests";
import { listAnsweredCalls } from "@/lib/server/db/queries/journal/calls";
import { finishedImages } from "./finished-images";
import { followImages } from "./follow-images";
import { readOriginal } from "./read-original";
import { usedFields } from "./used-fields";
import { wireUsage } from "./wire-usage";

/**
 * Waits for all pictures, then answers with them in one JSON object. A client that leaves ends the waiting, and nothing
 * else.
 * @throws ApiError with why there is no picture
 */
export async function answerInJson(
  call: ApiCall,
  { model, options, answerAs }: Pick<ImageOrder, "model" | "options" | "answerAs">,
  { requestId, generation }: Ordered,
): Promise<Response> {
  const { services, request } = call;
  let images: Image[] = [];
  for await (const now of followImages(services, generation, request.signal)) images = now;
  request.signal.throwIfAborted();
  const finished = finishedImages(images);
  const { drizzle: db } = services.database;
  const calls = await listAnsweredCalls(db, { generationId: generation.id });
  const usage = model.takesResponseFormat ? null : wireUsage(calls.map((answered) => answered.usage));
  const bornAt = answerAs === "url" && (await markAnswered(db, { id: requestId, withinMs: ADDRESS_LIFE_MS }));
  const addressOf = bornAt ? await pictureAddresses(call, bornAt) : null;
  const [first] = finished;
  const about = {
    created: Math.floor(generation.createdAt.getTime() / 1000),
    ...(first && usedFields(model, options, first)),
    ...(usage && { usage }),
  };
  return jsonInPieces(
    pieces(about, finished, (image) => {
      return addressOf ? { url: addressOf(image.id) } : readOriginal(services.storage, originalKey(image.id));
    }),
  );
}

type Picture = { url: string } | Promise<{ b64_json: string }>;

/** The object as text, a picture at a time: ten large ones would take a gigabyte at once. */
async function* pieces(
  about: object,
  images: readonly CompletedImage[],
  pictureOf: (image: CompletedImage) => Picture,
): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"data":[`;
  for (const [place, image] of images.entries()) {
    const { revisedPrompt } = image;
    const picture = {
      ...(await pictureOf(image)),
      ...(revisedPrompt !== null && { revised_prompt: revisedPrompt }),
    };
    yield `${place > 0 ? "," : ""}${JSON.stringify(picture)}`;
  }
  yield "]}";
}

/** The first picture is there before the status is sent: one that is not must not end in the middle of an answer. */
async function jsonInPieces(text: AsyncGenerator<string>): Promise<Response> {
  const encoder = new TextEncoder();
  const first = [await text.next(), await text.next()];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = first.shift() ?? (await text.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await text.return(undefined)),
  });
  return new Response(body, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
}
