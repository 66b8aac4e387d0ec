import "server-only";
import type { Recipe } from "@/lib/domain/generation/recipe";
import { RECIPE_CARRIERS } from "@/lib/server/picture-files/recipe-carriers";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";

/**
 * A copy of a picture's file that carries its recipe, as XMP and in a PNG as a text chunk too. The
 * picture is not encoded again. A file whose format has no place for it, or whose structure cannot
 * be followed, is answered as it is: someone who wants a picture gets one. A signature over the
 * file (C2PA) does not survive; the stored original keeps it.
 */
export function embedRecipe(bytes: Uint8Array, contentType: SniffedContentType, recipe: Recipe): Uint8Array {
  try {
    return RECIPE_CARRIERS[contentType]?.embed(bytes, recipe) ?? bytes;
  } catch {
    return bytes;
  }
}
