import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
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
 * Stores a picture at once, or not at all: the original first, untouched and durable, whatever it is. What cannot be
 * stored ends as a failure of this image alone.
 */
export async function keepPicture(
  storage: Storage,
  image: { id: string; bytes: Uint8Array },
): Promise<ImageChanges> {
  const store = async () => {
    await storage.put(originalKey(image.id), image.bytes, { durable: true });
    return storeTile(storage, image);
  };
  return retry(store, SHORT_PAUSES_MS).catch((cause: unknown) =>
    failedWith(new AppError("storage_failed", { cause })),
  );
}

/**
 * Makes and stores what the gallery shows of an original that is in storage. Bytes that are no picture end as a
 * failure that keeps the original for download.
 * @throws what storage threw: the tile can be made again later
 */
export async function storeTile(
  storage: Storage,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<ImageChanges> {
  const contentType = sniffContentType(bytes);
  const stored = { originalHash: contentHash(bytes), contentType, sizeBytes: bytes.byteLength };
  let thumbnail: Thumbnail;
  try {
    thumbnail = await makeThumbnail(bytes);
  } catch (cause) {
    return { ...stored, ...failedWith(new AppError("picture_unreadable", { cause })) };
  }
  return { ...stored, ...(await storeThumbnail(storage, id, thumbnail)), state: "completed", failure: null };
}

/** The row of an image that ends badly. */
function failedWith(error: AppError): ImageChanges {
  return { state: "failed", failure: failureOf(error) };
}

async function storeThumbnail(storage: Storage, id: string, thumbnail: Thumbnail): Promise<ImageChanges> {
  const { widthPx, heightPx, thumbhash } = thumbnail;
  const thumbnailHash = contentHash(thumbnail.bytes);
  await storage.put(thumbnailKey(id), thumbnail.bytes, { durable: true });
  return { thumbnailHash, thumbhash, widthPx, heightPx };
}
