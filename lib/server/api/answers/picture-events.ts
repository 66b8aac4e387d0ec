import "server-only";
import { originalKey } from "@/lib/domain/generation/picture-address";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import type { GenerationRow } from "@/lib/server/db/queries/generations";
import { listAnsweredCalls } from "@/lib/server/db/queries/journal/calls";
import type { Services } from "@/lib/server/services";
import { type DevelopedPartial, developPicture } from "./develop-picture";
import { finishedImages } from "./finished-images";
import { readOriginal } from "./read-original";
import { partialFields, usedFields } from "./used-fields";
import { wireUsage } from "./wire-usage";

/** One event of a stream: its type and its fields, in the API's words. */
export type WireEvent = { type: string } & Record<string, unknown>;

type Asked = Pick<ImageOrder, "model" | "options">;

/**
 * The events of one picture that develops: its partials, then the finished one with what it used. Ends early, without
 * a word, when the client has left.
 * @throws ApiError with why there is no picture
 */
export async function* pictureEvents(
  services: Services,
  { model, options }: Asked,
  generation: GenerationRow,
  signal: AbortSignal,
): AsyncGenerator<WireEvent> {
  const format = String(effectiveValue(model, options, "outputFormat") ?? "png");
  for await (const developed of developPicture(services, generation, format, signal)) {
    if (developed.type === "partial") yield partialEvent({ model, options }, developed);
    else yield* completedEvent(services, { model, options }, generation, developed.image);
  }
}

function partialEvent(
  { model, options }: Asked,
  { image, partialIndex, bytes, used }: DevelopedPartial,
): WireEvent {
  return {
    type: "image_generation.partial_image",
    b64_json: Buffer.from(bytes).toString("base64"),
    partial_image_index: partialIndex,
    created_at: Math.floor(Date.now() / 1000),
    ...partialFields(model, options, { ...image, used }),
  };
}

async function* completedEvent(
  { storage, database }: Services,
  { model, options }: Asked,
  generation: GenerationRow,
  ended: DevelopedPartial["image"],
): AsyncGenerator<WireEvent> {
  const [image] = finishedImages([ended]);
  if (!image) return;
  const calls = await listAnsweredCalls(database.drizzle, { generationId: generation.id });
  const usage = wireUsage(calls.map((answered) => answered.usage));
  yield {
    type: "image_generation.completed",
    ...(await readOriginal(storage, originalKey(image.id))),
    created_at: Math.floor(generation.createdAt.getTime() / 1000),
    ...usedFields(model, options, image),
    ...(usage && { usage }),
  };
}
