import * as z from "zod/mini";
import { MODEL_ID_CHARS_MAX, OPTION_VALUE_CHARS_MAX, PROMPT_CHARS_MAX } from "@/lib/domain/limits";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";
import type { Generation } from "./generation";

/** A recipe longer than this is not read: three times the longest prompt, every character escaped. */
export const RECIPE_CHARS_MAX = 1024 * 1024;
/** UTF-16 units, of which a character takes up to two; a later model may take twice as much. */
const PROMPT_UNITS_MAX = 4 * PROMPT_CHARS_MAX;

const prompt = z.string().check(z.maxLength(PROMPT_UNITS_MAX));
const value = z.string().check(z.maxLength(OPTION_VALUE_CHARS_MAX));

/**
 * How one picture was made, as it travels inside the file and beside it in a zip. Strict: what a
 * later version changes comes with its own version number.
 */
export const pictureRecipeSchema = z.strictObject({
  app: z.literal("Safelight"),
  version: z.literal(1),
  prompt,
  modelId: z.string().check(z.minLength(1), z.maxLength(MODEL_ID_CHARS_MAX)),
  /** What was chosen; an absent option is the provider's default. */
  options: z.partialRecord(optionNameSchema, z.union([value, z.number()])),
  /** Place in the generation, 0-based. */
  imageIndex: z.int().check(z.nonnegative(), z.lte(1_000)),
  sessionId: z.uuid(),
  generationId: z.uuid(),
  imageId: z.uuid(),
  /** The picture that this one was iterated from, in the same studio. */
  parentImageId: z.nullable(z.uuid()),
  revisedPrompt: z.nullable(prompt),
  /** What the provider says it used. */
  used: z.partialRecord(optionNameSchema, value),
  createdAt: z.iso.datetime(),
  /** This picture's share of what its call cost. */
  costUsd: z.nullable(z.number().check(z.nonnegative())),
  /** Drawn by the offline provider, not by the model. The first files do not say so. */
  isSketch: z._default(z.boolean(), false),
});
export type Recipe = z.infer<typeof pictureRecipeSchema>;

/** What a recipe says about a picture, besides the generation that it belongs to. */
type RecipeImage = Pick<Recipe, "revisedPrompt" | "used" | "costUsd"> & { id: string; index: number };

/** The recipe of a picture. */
export function recipeOf(
  generation: Omit<Generation, "version" | "imageCount" | "estimateUsd">,
  image: RecipeImage,
): Recipe {
  const { id: generationId, sessionId, parentImageId, prompt, modelId, options, createdAt } = generation;
  const { isSketch } = generation;
  const { id: imageId, index: imageIndex, revisedPrompt, used, costUsd } = image;
  return {
    app: "Safelight",
    version: 1,
    prompt,
    modelId,
    options,
    imageIndex,
    sessionId,
    generationId,
    imageId,
    parentImageId,
    revisedPrompt,
    used,
    createdAt,
    costUsd,
    isSketch,
  };
}

/** The recipe in a JSON text; null for anything else, however it is broken. */
export function parseRecipe(json: string): Recipe | null {
  if (json.length > RECIPE_CHARS_MAX) return null;
  try {
    return pictureRecipeSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
