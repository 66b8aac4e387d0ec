import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { type RecipeValues, recipeSchema } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";

/** Checks the form by the model's row: the same schema that the server uses. */
export function recipeCheck(model: ImageModel): Resolver<RecipeValues, unknown, RecipeValues> {
  return zodResolver(recipeSchema(model));
}
