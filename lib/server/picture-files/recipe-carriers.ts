import "server-only";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { RecipeCarrier } from "./carrier";
import { gifRecipe } from "./recipe-in-gif";
import { jpegRecipe } from "./recipe-in-jpeg";
import { pngRecipe } from "./recipe-in-png";
import { svgRecipe } from "./recipe-in-svg";
import { webpRecipe } from "./recipe-in-webp";

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
