import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { recipeSchema } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { RecipeValues } from "./recipe-values";

/** Checks the form by the model's row: the same schema that the server uses. */
export function recipeCheck(model: ImageModel): Resolver<RecipeValues, unknown, RecipeValues> {
  const schema = recipeSchema(model);
  const values = z.custom<RecipeValues>(() => true);
  const given = z.pipe(
    values,
    z.transform((value): z.input<typeof schema> => value),
  );
  return zodResolver(z.pipe(given, schema));
}
