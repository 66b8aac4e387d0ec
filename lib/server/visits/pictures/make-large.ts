import "server-only";
import { decode } from "@/lib/server/picture-files/decode";

/** Fills a large screen; 300 KB where an original has several MB. */
const LARGE_EDGE_PX = 2048;
/** A tile of a phone, at two dots a pixel; a quarter of a thumbnail's bytes. */
const SMALL_EDGE_PX = 320;

/**
 * A large preview: WebP in sRGB, without a word of metadata, never larger than the original.
 * @throws Error when the bytes are not a picture
 */
export async function makeLarge(bytes: Uint8Array): Promise<Uint8Array> {
  return decode(bytes, (open) =>
    open()
      .resize(LARGE_EDGE_PX, LARGE_EDGE_PX, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82, effort: 2 })
      .toBuffer(),
  );
}

/**
 * Half of a thumbnail.
 * @throws Error when the bytes are not a picture
 */
export async function makeSmall(thumbnail: Uint8Array): Promise<Uint8Array> {
  return decode(thumbnail, (open) =>
    open()
      .resize(SMALL_EDGE_PX, SMALL_EDGE_PX, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78, effort: 2 })
      .toBuffer(),
  );
}
