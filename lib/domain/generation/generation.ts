import * as z from "zod/mini";
import { matrixCellSchema } from "@/lib/domain/generation/matrix-cell";
import { IMAGES_A_GENERATION_MAX, MODEL_ID_CHARS_MAX } from "@/lib/domain/limits";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";
import { optionsSchema } from "@/lib/domain/models/options/options-schema";
import { isStorable } from "@/lib/domain/text/storable-text";
import { promptLength } from "./prompt-length";

/** Chosen options as they are stored; checked against the model's row when they were chosen. */
export const storedOptionsSchema = z.partialRecord(optionNameSchema, z.union([z.string(), z.number()]));

/** One submit of the form, as the browser sees it. */
export const generationSchema = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  parentImageId: z.nullable(z.uuid()),
  /** The prompt matrix that it is a cell of, and which; null for one made alone. */
  matrixId: z.nullable(z.uuid()),
  cell: z.nullable(matrixCellSchema),
  version: z.int(),
  prompt: z.string(),
  modelId: z.string(),
  options: storedOptionsSchema,
  imageCount: z.int(),
  /** Dollars before the click; null where the table has no price. */
  estimateUsd: z.nullable(z.number()),
  /** Drawn by the offline provider: every place that shows its pictures says so. */
  isSketch: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Generation = z.infer<typeof generationSchema>;

/** What every request for a generation has, whatever the model. `modelId` picks the row for the rest. */
export const generationEnvelopeSchema = z.looseObject({
  modelId: z
    .string("Model must be a text.")
    .check(z.minLength(1, "Choose a model."), z.maxLength(MODEL_ID_CHARS_MAX)),
});

/** The recipe that the form collects: prompt, options and number of images of one model. */
export function recipeSchema(model: ImageModel) {
  const imagesError = `Images must be a whole number from 1 to ${IMAGES_A_GENERATION_MAX}.`;
  return z.strictObject({
    prompt: z.string("Prompt must be a text.").check(
      z.refine((prompt) => prompt.trim() !== "", { error: "Write a prompt first.", abort: true }),
      z.refine(isStorable, { error: "Prompt holds a character that is not text." }),
      z.refine((prompt) => promptLength(prompt) <= model.promptCharsMax, {
        error: `${model.label} takes at most ${model.promptCharsMax.toLocaleString("en-US")} characters.`,
      }),
    ),
    options: optionsSchema(model),
    imageCount: z.int(imagesError).check(z.gte(1, imagesError), z.lte(IMAGES_A_GENERATION_MAX, imagesError)),
  });
}

/** What the form holds. `options` has explicit choices only; absent means the provider's default. */
export type RecipeValues = z.infer<ReturnType<typeof recipeSchema>>;

/** The body of `POST /api/generations` for one model. */
export function generationInputSchema(model: ImageModel) {
  return z.extend(recipeSchema(model), {
    modelId: z.literal(model.id),
    /** Made by the client for each submit: the same key is the same generation. */
    idempotencyKey: z.uuid("idempotencyKey must be a UUID."),
    sessionId: z.uuid("sessionId must be a UUID."),
    parentImageId: z._default(z.nullable(z.uuid("parentImageId must be a UUID.")), null),
  });
}
export type GenerationInput = z.infer<ReturnType<typeof generationInputSchema>>;
