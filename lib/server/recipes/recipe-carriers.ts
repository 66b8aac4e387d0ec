import "server-only";
import type { SniffedContentType } from "@/lib/server/storage/sniff-content-type";
import type { RecipeCarrier } from "./carrier";
import { gifRecipe } from "./gif-recipe";
import { jpegRecipe } from "./jpeg-recipe";
import { pngRecipe } from "./png-recipe";
import { svgRecipe } from "./svg-recipe";
import { webpRecipe } from "./webp-recipe";

/** The formats that can carry a recipe; null for those that go without. */
export const RECIPE_CARRIERS: Record<SniffedContentType, RecipeCarrier | null> = {
  "image/png": pngRecipe,
  "image/jpeg": jpegRecipe,
  "image/webp": webpRecipe,
  "image/gif": gifRecipe,
  "image/svg+xml": svgRecipe,
  // Its boxes hold offsets into the file, which every insertion would have to mend.
  "image/avif": null,
  "application/octet-stream": null,
};
