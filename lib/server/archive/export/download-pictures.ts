import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { downloadName } from "@/lib/domain/generation/download-name";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { storedBytes } from "@/lib/server/archive/zip/stored-bytes";
import { zipResponse } from "@/lib/server/archive/zip/zip-response";
import type { ZipSource } from "@/lib/server/archive/zip/zip-writer";
import {
  countDownloadable,
  type DownloadableRow,
  listDownloadable,
} from "@/lib/server/db/queries/archive/exported-rows";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Db } from "@/lib/server/ports/database";
import type { Storage } from "@/lib/server/ports/storage";
import { embedRecipe } from "@/lib/server/recipes/embed-recipe";
import { recipeOfRow } from "@/lib/server/recipes/recipe-of-row";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import type { DownloadRequest } from "./read-download-request";
import { uniqueNames } from "./unique-names";

/** Prompts may be long: so many rows are in memory at a time. */
const ROWS_AT_ONCE = 50;

/**
 * Finished pictures as one zip, in the order asked for, each with its recipe as JSON beside it, and
 * with `recipe` inside it too. Made while it is read; at most one picture is in memory.
 * @throws AppError not_found when one is not the viewer's, not finished, or in the trash
 */
export async function downloadPictures(
  services: Pick<Services, "database" | "storage" | "log">,
  viewer: Viewer,
  { imageIds, recipe }: DownloadRequest,
): Promise<Response> {
  const { drizzle: db } = services.database;
  const ids = [...new Set(imageIds)];
  const missing = ids.length - (await countDownloadable(db, { viewerId: viewer.id, ids }));
  if (missing > 0) throw new AppError("not_found", { message: missingWords(missing) });
  return zipResponse(services.log, zipName(new Date()), zipSources(services, viewer, ids, recipe));
}

function missingWords(count: number): string {
  return count === 1 ? "One of these pictures is not there." : `${count} of these pictures are not there.`;
}

/** "safelight-2026-11-22.zip" */
function zipName(now: Date): string {
  return `safelight-${now.toISOString().slice(0, 10)}.zip`;
}

async function* zipSources(
  { database, storage }: Pick<Services, "database" | "storage">,
  viewer: Viewer,
  ids: string[],
  isEmbedded: boolean,
): AsyncGenerator<ZipSource> {
  const unique = uniqueNames();
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    for (const row of await listRows(database.drizzle, viewer, ids.slice(from, from + ROWS_AT_ONCE))) {
      const recipe = recipeOfRow(row.generation, row.image);
      const { contentType, createdAt: modifiedAt, index } = row.image;
      const { stem, name } = unique(downloadName(recipe.prompt, { index, contentType: contentType ?? "" }));
      const bytes = isEmbedded ? withRecipe(storage, row) : storedBytes(storage, originalKey(row.image.id));
      yield { name, modifiedAt, bytes };
      yield { name: `${stem}.json`, modifiedAt, bytes: textBytes(`${JSON.stringify(recipe, null, 2)}\n`) };
    }
  }
}

/** The pictures of a page in the order of their ids in the selection. */
async function listRows(db: Db, viewer: Viewer, ids: string[]): Promise<DownloadableRow[]> {
  const rows = await listDownloadable(db, { viewerId: viewer.id, ids });
  // Better a download that breaks off than one that lacks pictures without a word.
  if (rows.length < ids.length) throw new Error("A picture was removed while it was being downloaded.");
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.sort((a, b) => (places.get(a.image.id) ?? 0) - (places.get(b.image.id) ?? 0));
}

async function* withRecipe(
  storage: Storage,
  { image, generation }: DownloadableRow,
): AsyncGenerator<Uint8Array> {
  const original = await Array.fromAsync(storedBytes(storage, originalKey(image.id)));
  const bytes = Buffer.concat(original);
  yield embedRecipe(bytes, sniffContentType(bytes), recipeOfRow(generation, image));
}

async function* textBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
