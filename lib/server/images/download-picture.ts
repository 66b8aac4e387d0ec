import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { downloadName } from "@/lib/domain/generation/download-name";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { findGeneration } from "@/lib/server/db/queries/generations";
import { findImage } from "@/lib/server/db/queries/images";
import { attachment } from "@/lib/server/http/attachment";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import { embedRecipe } from "@/lib/server/recipes/embed-recipe";
import { recipeOfRow } from "@/lib/server/recipes/recipe-of-row";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/**
 * An image's original as a download with a name of its own: streamed byte for byte as it was
 * stored, or a copy with its recipe embedded. Bytes that are no picture have no recipe.
 * @throws AppError not_found
 */
export async function downloadPicture(
  services: Pick<Services, "database" | "storage">,
  viewer: Viewer,
  params: { id: string; withRecipe: boolean },
): Promise<Response> {
  const { reads: db } = services.database;
  const image = await findImage(db, { viewerId: viewer.id, id: params.id });
  const generation = image && (await findGeneration(db, { viewerId: viewer.id, id: image.generationId }));
  if (!image?.originalHash || !generation) throw new AppError("not_found");
  const key = originalKey(image.id);
  const answer = (body: BodyInit, contentType: string, sizeBytes: number) => {
    const name = downloadName(generation.prompt, { index: image.index, contentType });
    return new Response(body, { headers: downloadHeaders(name, contentType, sizeBytes) });
  };

  if (params.withRecipe && image.state === "completed") {
    const bytes = await services.storage.get(key);
    if (!bytes) throw new AppError("not_found");
    const contentType = sniffContentType(bytes);
    const copy = Buffer.from(embedRecipe(bytes, contentType, recipeOfRow(generation, image)));
    return answer(copy, contentType, copy.byteLength);
  }
  const stored = await services.storage.open(key);
  if (!stored) throw new AppError("not_found");
  return answer(stored.stream(), stored.contentType, stored.sizeBytes);
}

function downloadHeaders(name: string, contentType: string, sizeBytes: number): Record<string, string> {
  return {
    "content-type": contentType,
    "content-length": String(sizeBytes),
    "content-disposition": attachment(name),
    // Which rows the recipe says may change (a parent in the trash); the address does not.
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
}
