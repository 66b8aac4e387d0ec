import "server-only";
import { type Recipe, recipeOf } from "@/lib/domain/generation/recipe";
import { type GenerationRow, toGeneration } from "@/lib/server/db/queries/generations";
import type { ImageRow } from "@/lib/server/db/queries/image-row";

/** The recipe of a picture from its rows. */
export function recipeOfRow(generation: GenerationRow, image: ImageRow): Recipe {
  return recipeOf(toGeneration(generation), { ...image, used: image.used ?? {} });
}
