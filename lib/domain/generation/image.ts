import * as z from "zod/mini";
import { failureSchema } from "@/lib/domain/errors/failure-schema";
import { PICTURES_AT_ONCE_MAX } from "@/lib/domain/limits";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";

/** What the provider says it used, by option; it can differ from what was asked. */
export const usedOptionsSchema = z.partialRecord(optionNameSchema, z.string());
export type UsedOptions = z.infer<typeof usedOptionsSchema>;

/** A preview, as the browser fetches it. */
const previewSchema = z.object({ url: z.string(), partialIndex: z.nullable(z.int()) });

const common = {
  id: z.uuid(),
  generationId: z.uuid(),
  sessionId: z.uuid(),
  /** Place in the generation, 0-based. */
  index: z.int(),
  /** Grows with every change; an older row is ignored. */
  version: z.int(),
  /** The shape that the tile reserves: asked for until known, then actual. */
  widthPx: z.int(),
  heightPx: z.int(),
  favourite: z.boolean(),
  /** Passed over in a cull. */
  rejected: z.boolean(),
  deletedAt: z.nullable(z.iso.datetime()),
  createdAt: z.iso.datetime(),
};

/** What an image that is under way waits for, where it is not the provider's work. */
export const waitsForSchema = z.enum(["storage", "address"]);
export type WaitsFor = z.infer<typeof waitsForSchema>;

const waiting = z.object({
  ...common,
  state: z.literal("waiting"),
  /** When the call is sent again, where the provider asked for a pause. */
  retryAt: z.nullable(z.iso.datetime()),
  /** Nothing is sent while its picture could not be stored; null where it just waits its turn. */
  waitsFor: z.nullable(waitsForSchema),
});
const developing = z.object({
  ...common,
  state: z.literal("developing"),
  preview: z.nullable(previewSchema),
  sentAt: z.iso.datetime(),
  /** The picture is finished and kept safe, and cannot be shown before storage is back; null while it develops. */
  waitsFor: z.nullable(waitsForSchema),
});
const completed = z.object({
  ...common,
  state: z.literal("completed"),
  thumbnailUrl: z.string(),
  originalUrl: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  /** Base64 of a ThumbHash: a blurred placeholder of about 25 bytes. */
  thumbhash: z.string(),
  revisedPrompt: z.nullable(z.string()),
  used: usedOptionsSchema,
  costUsd: z.nullable(z.number()),
  /** From sending the call to storing the picture. */
  durationMs: z.int(),
});
const ended = {
  ...common,
  failure: failureSchema,
  /** The last partial, kept as a preview; never a final. */
  preview: z.nullable(previewSchema),
  /** Bytes that were received but are not a picture we can show. */
  originalUrl: z.nullable(z.string()),
};

/** One picture slot of a generation, as the browser sees it. */
export const imageSchema = z.discriminatedUnion("state", [
  waiting,
  developing,
  completed,
  z.object({ ...ended, state: z.literal("failed") }),
  z.object({ ...ended, state: z.literal("cancelled") }),
  z.object({ ...ended, state: z.literal("unknown") }),
]);
export type Image = z.infer<typeof imageSchema>;
export type ImageState = Image["state"];
export type CompletedImage = Extract<Image, { state: "completed" }>;

/** What a person may change about an image, at least one of it. */
export const imageChangeSchema = z
  .strictObject({
    favourite: z.optional(z.boolean("favourite must be true or false.")),
    rejected: z.optional(z.boolean("rejected must be true or false.")),
    deleted: z.optional(z.boolean("deleted must be true or false.")),
  })
  .check(
    z.refine((change) => Object.keys(change).length > 0, { error: "Name favourite, rejected or deleted." }),
  );
export type ImageChange = z.infer<typeof imageChangeSchema>;

/** One change for many images. */
export const imagesChangeSchema = z.strictObject({
  ids: z
    .array(z.uuid("ids must be UUIDs."))
    .check(
      z.minLength(1, "Name at least one picture."),
      z.maxLength(PICTURES_AT_ONCE_MAX, `At most ${PICTURES_AT_ONCE_MAX} pictures at once.`),
    ),
  change: imageChangeSchema,
});
