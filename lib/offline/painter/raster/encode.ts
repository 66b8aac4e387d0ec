import "server-only";
import { open, type Pixels } from "./pixels";

export type RasterFormat = "png" | "jpeg" | "webp" | "gif";

/** The bytes of a picture. `quality` 0-100 counts for jpeg and webp; jpeg has no alpha and lies on white. */
export async function encode(
  pixels: Pixels,
  format: RasterFormat,
  quality: number,
  opaque: boolean,
): Promise<Uint8Array> {
  const image = open(pixels);
  const flat = opaque
    ? image.removeAlpha()
    : format === "jpeg"
      ? image.flatten({ background: "#ffffff" })
      : image;
  switch (format) {
    case "png":
      return flat.png({ compressionLevel: 6 }).toBuffer();
    case "jpeg":
      return flat.jpeg({ quality: Math.max(1, quality) }).toBuffer();
    case "webp":
      return flat.webp({ quality: Math.max(1, quality), effort: 1 }).toBuffer();
    case "gif":
      return flat.gif({ effort: 1, dither: 0.6 }).toBuffer();
  }
}
