import "server-only";
import { AppError, toAppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import { originalKey, partialKey, thumbnailKey } from "@/lib/domain/generation/picture-address";
import type { ImageChanges } from "@/lib/server/db/queries/images";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { retry, SHORT_PAUSES_MS } from "@/lib/server/retry";
import { contentHash } from "./content-hash";
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
  await storage.put(partialKey(image.id, partialHash), preview.bytes, { durable: false });
  const { widthPx, heightPx } = preview;
  return { state: "developing", partialIndex: image.partialIndex, partialHash, widthPx, heightPx };
}

/**
 * Stores a finished picture: the original first, untouched and durable, whatever it is, since it
 * was paid for. What cannot be stored ends as a failure of this image alone.
 */
export async function keepPicture(
  storage: Storage,
  image: { id: string; bytes: Uint8Array },
): Promise<ImageChanges> {
  return (await keepOriginal(storage, image)) ?? keepTile(storage, image);
}

/** Stores the bytes as they came. Null, or the failure of this image alone. */
export async function keepOriginal(
  storage: Storage,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<ImageChanges | null> {
  try {
    await put(storage, originalKey(id), bytes);
    return null;
  } catch (thrown) {
    return failedWith(toAppError(thrown));
  }
}

/**
 * Makes and stores what the gallery shows of an original that is in storage. Bytes that are no
 * picture, or whose tile cannot be stored, end as a failure that keeps the original for download.
 */
export async function keepTile(
  storage: Storage,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<ImageChanges> {
  const contentType = sniffContentType(bytes);
  const stored = { originalHash: contentHash(bytes), contentType, sizeBytes: bytes.byteLength };
  try {
    const thumbnail = await makeThumbnail(bytes).catch((cause: unknown) => {
      throw new AppError("picture_unreadable", { cause });
    });
    return { ...stored, ...(await keepThumbnail(storage, id, thumbnail)), state: "completed", failure: null };
  } catch (thrown) {
    return { ...stored, ...failedWith(toAppError(thrown)) };
  }
}

/** The row of an image that ends badly. */
function failedWith(error: AppError): ImageChanges {
  return { state: "failed", failure: failureOf(error) };
}

async function keepThumbnail(storage: Storage, id: string, thumbnail: Thumbnail): Promise<ImageChanges> {
  const { widthPx, heightPx, thumbhash } = thumbnail;
  const thumbnailHash = contentHash(thumbnail.bytes);
  await put(storage, thumbnailKey(id), thumbnail.bytes);
  return { thumbnailHash, thumbhash, widthPx, heightPx };
}

/** A paid picture is not lost to a passing fault. */
async function put(storage: Storage, key: string, bytes: Uint8Array): Promise<void> {
  const attempt = () => storage.put(key, bytes, { durable: true });
  await retry(attempt, SHORT_PAUSES_MS).catch((cause: unknown) => {
    throw new AppError("storage_failed", { cause });
  });
}
