import { uploadFile } from "@/lib/client/api/upload-file";
import type { Recipe } from "@/lib/domain/generation/recipe";

/** The largest picture takes about 40 MB; a recipe is read in milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * The recipe that a picture's file carries. The file is not kept.
 * @throws RequestError not_found when it carries none
 */
export function readRecipeOf(file: File) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return uploadFile<Recipe>("/api/recipes", file, { signal, onProgress: () => undefined });
}
