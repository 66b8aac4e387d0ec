import "server-only";
import { type SniffedContentType, sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import { decode } from "./decode";
import { plainGif } from "./gif";
import { plainJpeg } from "./jpeg";
import { plainPng } from "./png";
import { plainSvg } from "./svg";
import { plainWebp } from "./webp";

/**
 * By format, what is left of a file when only what shows the picture is kept. Each keeps what it knows
 * and drops the rest, so that words in a place nobody thought of are dropped too.
 */
const PLAIN: Record<SniffedContentType, ((bytes: Uint8Array) => Uint8Array) | null> = {
  "image/png": plainPng,
  "image/jpeg": plainJpeg,
  "image/webp": plainWebp,
  "image/gif": plainGif,
  "image/svg+xml": plainSvg,
  // Its boxes hold offsets into the file, which every removal would have to mend.
  "image/avif": null,
  "application/octet-stream": null,
};

/**
 * A copy of a picture's file that holds no word: no description, no recipe, no provenance that could
 * quote a prompt. The picture is not encoded again, unless the file's structure cannot be followed.
 * @throws Error when the bytes are not a picture
 */
export async function plainCopy(bytes: Uint8Array): Promise<Uint8Array> {
  const contentType = sniffContentType(bytes);
  try {
    const copy = PLAIN[contentType]?.(bytes);
    if (copy) return copy;
  } catch {
    return encodeAgain(bytes, contentType);
  }
  return encodeAgain(bytes, contentType);
}

/** Sharp writes no metadata unless it is asked to. */
function encodeAgain(bytes: Uint8Array, contentType: SniffedContentType): Promise<Uint8Array> {
  return decode(bytes, (open) =>
    contentType === "image/avif"
      ? open().avif({ quality: 90, effort: 2, chromaSubsampling: "4:4:4" }).toBuffer()
      : open().png().toBuffer(),
  );
}
