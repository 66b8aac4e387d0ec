import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { partialKey } from "@/lib/domain/generation/picture-address";
import { archiveError } from "@/lib/server/archive/archive-error";
import type { ImageChanges } from "@/lib/server/db/queries/images";
import { contentHash } from "@/lib/server/images/content-hash";
import { keepPicture } from "@/lib/server/images/keep-picture";
import { makePartialPreview } from "@/lib/server/images/preview";
import type { Storage } from "@/lib/server/ports/storage";
import type { PlannedPicture } from "./check-rows";
import type { Archive } from "./open-archive";

/** Enough to keep the disk and sharp's threads busy; so many pictures are in memory. */
const PICTURES_AT_ONCE = 4;

const UNREADABLE = "is not a picture that the studio can read";

/** What storage says of an image: columns of its row. */
export type StoredColumns = ImageChanges;

/**
 * Stores the pictures of an archive under their new ids, with tiles made from the originals. When
 * one fails all that were begun have ended, so that everything can be removed.
 * @param goOn asked now and then; what it throws ends it
 * @throws AppError archive_invalid for what is no picture, storage_failed
 */
export async function storePictures(
  storage: Storage,
  archive: Archive,
  pictures: readonly PlannedPicture[],
  goOn: () => void,
): Promise<Map<string, StoredColumns>> {
  const columns = new Map<string, StoredColumns>();
  for (let from = 0; from < pictures.length; from += PICTURES_AT_ONCE) {
    goOn();
    const some = pictures.slice(from, from + PICTURES_AT_ONCE);
    const kept = await Promise.allSettled(some.map((picture) => storePicture(storage, archive, picture)));
    for (const [place, result] of kept.entries()) {
      if (result.status === "rejected") throw result.reason;
      const id = some[place]?.imageId ?? "";
      columns.set(id, { ...columns.get(id), ...result.value });
    }
  }
  return columns;
}

async function storePicture(
  storage: Storage,
  archive: Archive,
  picture: PlannedPicture,
): Promise<StoredColumns> {
  const bytes = Buffer.concat(await Array.fromAsync(archive.read(picture.path)));
  return picture.kind === "original"
    ? storeOriginal(storage, picture, bytes)
    : storePreview(storage, picture, bytes);
}

async function storeOriginal(
  storage: Storage,
  { path, imageId, isCompleted }: PlannedPicture,
  bytes: Uint8Array,
): Promise<StoredColumns> {
  const { state, failure, ...kept } = await keepPicture(storage, { id: imageId, bytes });
  if (failure?.code === "storage_failed") throw storageFailed(failure);
  if (isCompleted && state !== "completed") throw archiveError(path, UNREADABLE);
  const { originalHash = null, contentType = null, sizeBytes = null } = kept;
  // How it ended is in the archive; bytes that were kept of a failed picture get no tile.
  return isCompleted ? kept : { originalHash, contentType, sizeBytes };
}

async function storePreview(
  storage: Storage,
  picture: PlannedPicture,
  bytes: Uint8Array,
): Promise<StoredColumns> {
  await makePartialPreview(bytes).catch((cause: unknown) => {
    throw archiveError(picture.path, UNREADABLE, cause);
  });
  const partialHash = contentHash(bytes);
  const key = partialKey(picture.imageId, partialHash);
  await storage.put(key, bytes, { durable: true }).catch((cause: unknown) => {
    throw storageFailed(cause);
  });
  return { partialHash };
}

function storageFailed(cause: unknown): AppError {
  const message = "The pictures of the archive could not be stored.";
  return new AppError("storage_failed", { message, billed: "no", cause });
}
