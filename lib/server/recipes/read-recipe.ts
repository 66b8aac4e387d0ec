import "server-only";
import { parseRecipe, type Recipe } from "@/lib/domain/generation/recipe";
import { RECIPE_CARRIERS } from "@/lib/server/picture-files/recipe-carriers";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";

/**
 * The recipe that a picture's file carries; null when it carries none, or none that is whole. The
 * bytes may come from anywhere: nothing in them is trusted, and nothing they say is fetched.
 */
export function readRecipe(bytes: Uint8Array): Recipe | null {
  try {
    const json = RECIPE_CARRIERS[sniffContentType(bytes)]?.readJson(bytes) ?? null;
    return json === null ? null : parseRecipe(json);
  } catch {
    return null;
  }
}
