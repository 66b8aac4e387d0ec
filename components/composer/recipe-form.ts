import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { recipeSchema } from "@/lib/domain/generation";
import type { ImageModel } from "@/lib/domain/image-model";
import type { OptionValues } from "@/lib/domain/option";

/** What the form holds. `options` has explicit choices only; absent means the provider's default. */
export type RecipeValues = { prompt: string; options: OptionValues; imageCount: number };

/** Checks the form by the model's row: the same schema that the server uses. */
export function recipeResolver(model: ImageModel): Resolver<RecipeValues, unknown, RecipeValues> {
  const schema = recipeSchema(model);
  const values = z.custom<RecipeValues>(() => true);
  const given = z.pipe(
    values,
    z.transform((value): z.input<typeof schema> => value),
  );
  return zodResolver(z.pipe(given, schema));
}
