import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/domain/errors/app-error";
import { sessionZipName } from "@/lib/domain/generation/download-name";
import { originalKey, partialKey } from "@/lib/domain/generation/picture-address";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type Manifest } from "@/lib/server/archive/archive-format";
import { PATH_OF } from "@/lib/server/archive/archive-paths";
import { writeRows } from "@/lib/server/archive/archive-rows";
import { storedBytes } from "@/lib/server/archive/zip/stored-bytes";
import { zipResponse } from "@/lib/server/archive/zip/zip-response";
import type { ZipSource } from "@/lib/server/archive/zip/zip-writer";
import {
  findSessionRow,
  listGenerationIds,
  listMatrixRows,
} from "@/lib/server/db/queries/archive/exported-rows";
import type { ImageRow } from "@/lib/server/db/queries/image-row";
import type { SessionRow } from "@/lib/server/db/queries/sessions";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import {
  readArchivedGenerations,
  readImageRows,
  toArchivedImage,
  toArchivedMatrix,
  toArchivedSession,
} from "./export-rows";

type Export = Pick<Services, "database" | "storage" | "log">;
type StoredFile = { path: string; key: string; modifiedAt: Date };

/**
 * A session as one zip that another studio can import: its rows, every original byte for byte, and
 * a manifest with the hash of each file, which comes last because it is made on the way. Nothing
 * is held but ids, however large the session is.
 * @throws AppError not_found
 */
export async function exportSession(services: Export, viewer: Viewer, id: string): Promise<Response> {
  const session = await findSessionRow(services.database.drizzle, { viewerId: viewer.id, id });
  if (!session) throw new AppError("not_found");
  return zipResponse(services.log, sessionZipName(session.title), archiveSources(services, session));
}

async function* archiveSources(
  { database, storage }: Export,
  session: SessionRow,
): AsyncGenerator<ZipSource> {
  const { drizzle: db } = database;
  const now = new Date();
  const files: Manifest["files"] = [];
  const file = (path: string, bytes: AsyncIterable<Uint8Array>, modifiedAt = now): ZipSource => ({
    name: path,
    modifiedAt,
    bytes: hashed(bytes, (sizeBytes, sha256) => files.push({ path, sizeBytes, sha256 })),
  });

  // What is generated from here on is not in the archive, so its rows agree with each other.
  const ids = await listGenerationIds(db, { sessionId: session.id });
  yield file(PATH_OF.session, jsonBytes(toArchivedSession(session)));
  const plans = await listMatrixRows(db, { sessionId: session.id });
  yield file(PATH_OF.matrices, writeRows(rowsOf(plans.map(toArchivedMatrix))));
  yield file(PATH_OF.generations, writeRows(readArchivedGenerations(db, ids)));
  const stored: StoredFile[] = [];
  const counts = { matrices: plans.length, generations: ids.length, images: 0, originals: 0 };
  yield file(PATH_OF.images, writeRows(archivedImages({ database, storage }, ids, stored, counts)));
  for (const { path, key, modifiedAt } of stored) yield file(path, storedBytes(storage, key), modifiedAt);

  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    exportedAt: now.toISOString(),
    counts,
    files,
  };
  yield { name: PATH_OF.manifest, modifiedAt: now, bytes: jsonBytes(manifest) };
}

/** The rows of images; what they have in storage is noted on the way. */
async function* archivedImages(
  { database, storage }: Pick<Export, "database" | "storage">,
  generationIds: string[],
  stored: StoredFile[],
  counts: Manifest["counts"],
): AsyncGenerator<object> {
  for await (const row of readImageRows(database.drizzle, generationIds)) {
    const { id, createdAt: modifiedAt } = row;
    const contentType = originalTypeOf(row);
    const previewKey = row.state !== "completed" && row.partialHash && partialKey(id, row.partialHash);
    // A preview is not stored for good: a power cut may have taken it.
    const hasPreview = previewKey ? (await storage.get(previewKey)) !== null : false;
    const image = toArchivedImage(row, contentType, hasPreview);
    const key = originalKey(id);
    if (image.original) stored.push({ path: image.original, key, modifiedAt });
    if (previewKey && image.preview) stored.push({ path: image.preview, key: previewKey, modifiedAt });
    counts.images += 1;
    if (image.original) counts.originals += 1;
    yield image;
  }
}

/** The column holds what was sniffed from the bytes; null where there are none. */
function originalTypeOf({ originalHash, contentType }: ImageRow): SniffedContentType | null {
  if (originalHash === null) return null;
  return PATH_OF.originalTypes.find((type) => type === contentType) ?? "application/octet-stream";
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  onEnd: (sizeBytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    sizeBytes += chunk.byteLength;
    yield chunk;
  }
  onEnd(sizeBytes, hash.digest("hex"));
}

async function* rowsOf(rows: object[]): AsyncGenerator<object> {
  yield* rows;
}

async function* jsonBytes(value: object): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(value)}\n`);
}
