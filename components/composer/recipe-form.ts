import type { Resolver } from "react-hook-form";
import type { ImageModel } from "@/lib/domain/image-model";
import type { OptionValues } from "@/lib/domain/option";

/** What the form holds. `options` has explicit choices only; absent means the provider's default. */
export type RecipeValues = { prompt: string; options: OptionValues; imageCount: number };

/** Checks the form by the model's row. The check, and zod with it, is fetched when it is first needed. */
export function recipeResolver(model: ImageModel): Resolver<RecipeValues, unknown, RecipeValues> {
  return async (...form) => {
    const { recipeCheck } = await import("./check-recipe");
    return recipeCheck(model)(...form);
  };
}
