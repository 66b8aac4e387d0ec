import "server-only";
import sharp from "sharp";

/** A gigapixel in a small file would take the machine down; the largest model gives 8.3 megapixels. */
const PIXELS_MAX = 64_000_000;

/** A picture of whoever made it, to be decoded. What is read from it throws where the bytes are not a picture. */
export function openPicture(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" });
}
