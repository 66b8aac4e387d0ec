import "server-only";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { THUMBNAIL_EDGE_PX } from "@/lib/domain/limits";
import { openPicture } from "@/lib/server/picture-files/open-picture";

const PARTIAL_EDGE_PX = 512;
/** ThumbHash takes at most 100 x 100. */
const THUMBHASH_EDGE_PX = 100;

const WEBP = { quality: 80, effort: 2 } as const;

export type Preview = { bytes: Uint8Array; widthPx: number; heightPx: number };
export type Thumbnail = Preview & { thumbhash: string };

/**
 * A small picture of a partial, and the edges of the whole one.
 * @throws Error when the bytes are not a picture
 */
export async function makePartialPreview(bytes: Uint8Array): Promise<Preview> {
  const { width, height } = await openPicture(bytes).metadata();
  const webp = await openPicture(bytes)
    .resize(PARTIAL_EDGE_PX, PARTIAL_EDGE_PX, { fit: "inside", withoutEnlargement: true, kernel: "linear" })
    .webp({ quality: 75, effort: 0 })
    .toBuffer();
  return { bytes: webp, widthPx: width, heightPx: height };
}

/**
 * The tile of a finished picture and its blurred placeholder, from one decode.
 * @throws Error when the bytes are not a picture
 */
export async function makeThumbnail(bytes: Uint8Array): Promise<Thumbnail> {
  const { width, height } = await openPicture(bytes).metadata();
  const small = await openPicture(bytes)
    .resize(THUMBNAIL_EDGE_PX, THUMBNAIL_EDGE_PX, { fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: small.info.width, height: small.info.height, channels: small.info.channels };
  const [webp, tiny] = await Promise.all([
    sharp(small.data, { raw }).webp(WEBP).toBuffer(),
    sharp(small.data, { raw })
      .resize(THUMBHASH_EDGE_PX, THUMBHASH_EDGE_PX, { fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  ]);
  const hash = rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data);
  return { bytes: webp, widthPx: width, heightPx: height, thumbhash: Buffer.from(hash).toString("base64") };
}
