import type { Resolver } from "react-hook-form";
import type { RecipeValues } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";

/** Fetches the check ahead of its first use. One that cannot be had is asked for again when it is needed. */
export function fetchRecipeCheck(): void {
  void import("./check-recipe").catch(() => undefined);
}

/**
 * Checks the form by the model's row. The check, and zod with it, is fetched when it is first needed;
 * where the studio cannot be reached the form passes, and sending it says what is wrong.
 */
export function recipeResolver(model: ImageModel): Resolver<RecipeValues, unknown, RecipeValues> {
  return async (...form) => {
    const check = await import("./check-recipe").catch(() => null);
    return check ? check.recipeCheck(model)(...form) : { values: form[0], errors: {} };
  };
}
