import "server-only";
import type { Recipe } from "@/lib/domain/generation/recipe";

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

/** More parts than any picture has: a file of a few bytes a part would take memory by the gigabyte. */
const PARTS_MAX = 100_000;

/** The parts of a file as a list. */
export function partsOf<Part>(parts: Iterable<Part>): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    if (found.length === PARTS_MAX) throw new MalformedPictureError("The file has too many parts.");
    found.push(part);
  }
  return found;
}

/** A view of the bytes with reading by number; shares their memory. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
