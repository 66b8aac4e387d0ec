import "server-only";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { RecipeCarrier } from "./carrier";
import { gifRecipe } from "./gif";
import { jpegRecipe } from "./jpeg";
import { pngRecipe } from "./png";
import { svgRecipe } from "./svg";
import { webpRecipe } from "./webp";

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
