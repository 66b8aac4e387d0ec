import "server-only";
import type { Recipe } from "@/lib/domain/recipe";

/** How one file format carries a recipe. Both throw or answer with nothing on a file that is not well formed. */
export type RecipeCarrier = {
  /** A copy of the file that carries the recipe; every byte of picture data is as it was. */
  embed(bytes: Uint8Array, recipe: Recipe): Uint8Array;
  /** The JSON of the recipe, unchecked, or null. */
  readJson(bytes: Uint8Array): string | null;
};

/** A file that breaks its format's rules, so there is no safe place for a recipe in it. */
export class MalformedPictureError extends Error {
  override name = "MalformedPictureError";
}

/** A view of the bytes with reading by number; shares their memory. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
