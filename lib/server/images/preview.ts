import "server-only";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { THUMBNAIL_EDGE_PX } from "@/lib/domain/limits";
import { decode } from "@/lib/server/picture-files/decode";

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
export function makePartialPreview(bytes: Uint8Array): Promise<Preview> {
  return decode(bytes, async (open) => {
    const { width, height } = await open().metadata();
    const webp = await open()
      .resize(PARTIAL_EDGE_PX, PARTIAL_EDGE_PX, { fit: "inside", withoutEnlargement: true, kernel: "linear" })
      .webp({ quality: 75, effort: 0 })
      .toBuffer();
    return { bytes: webp, widthPx: width, heightPx: height };
  });
}

/**
 * The tile of a finished picture and its blurred placeholder, from one decode.
 * @throws Error when the bytes are not a picture
 */
export function makeThumbnail(bytes: Uint8Array): Promise<Thumbnail> {
  return decode(bytes, makeThumbnailOf);
}

async function makeThumbnailOf(open: () => Sharp): Promise<Thumbnail> {
  const { width, height } = await open().metadata();
  const small = await open()
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
