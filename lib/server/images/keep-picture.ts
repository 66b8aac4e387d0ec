import "server-only";
import { AppError } from "@/lib/domain/app-error";
import { failureOf } from "@/lib/domain/failure";
import type { ImageChanges } from "@/lib/server/db/queries/images";
import { sniffContentType } from "@/lib/server/storage/sniff-content-type";
import type { Storage } from "@/lib/server/storage/storage";
import { contentHash } from "./content-hash";
import { variantKey } from "./image-row";
import { makePartialPreview, makeThumbnail, type Thumbnail } from "./preview";

/**
 * Stores a preview of a partial; the answer is what to write into the row.
 * @throws Error when the bytes are not a picture, or storage fails
 */
export async function keepPartial(
  storage: Storage,
  image: { id: string; partialIndex: number; bytes: Uint8Array },
): Promise<ImageChanges> {
  const preview = await makePartialPreview(image.bytes);
  const partialHash = contentHash(preview.bytes);
  await storage.put(variantKey(image.id, "partial", partialHash), preview.bytes, { durable: false });
  const { widthPx, heightPx } = preview;
  return { state: "developing", partialIndex: image.partialIndex, partialHash, widthPx, heightPx };
}

/**
 * Stores a finished picture: the original first, untouched and durable, whatever it is, since it
 * was paid for. Bytes that are no picture end as a failure that keeps them for download.
 * @throws AppError storage_failed
 */
export async function keepPicture(
  storage: Storage,
  image: { id: string; bytes: Uint8Array },
): Promise<ImageChanges> {
  const originalHash = contentHash(image.bytes);
  await put(storage, variantKey(image.id, "original", originalHash), image.bytes);
  const contentType = sniffContentType(image.bytes);
  const stored = { originalHash, contentType, sizeBytes: image.bytes.byteLength };
  const thumbnail = await makeThumbnail(image.bytes).catch(() => null);
  if (!thumbnail)
    return { ...stored, state: "failed", failure: failureOf(new AppError("picture_unreadable")) };
  return { ...stored, ...(await keepThumbnail(storage, image.id, thumbnail)), state: "completed" };
}

async function keepThumbnail(storage: Storage, id: string, thumbnail: Thumbnail): Promise<ImageChanges> {
  const { widthPx, heightPx, thumbhash } = thumbnail;
  const thumbnailHash = contentHash(thumbnail.bytes);
  await put(storage, variantKey(id, "thumbnail", thumbnailHash), thumbnail.bytes);
  return { thumbnailHash, thumbhash, widthPx, heightPx };
}

async function put(storage: Storage, key: string, bytes: Uint8Array): Promise<void> {
  await storage.put(key, bytes, { durable: true }).catch((cause: unknown) => {
    throw new AppError("storage_failed", { cause });
  });
}
