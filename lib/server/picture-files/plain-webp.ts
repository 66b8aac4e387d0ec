import "server-only";
import { bufferOf, MalformedPictureError } from "@/lib/server/picture-files/carrier";
import { riff, type WebpChunk, webpChunks } from "@/lib/server/picture-files/recipe-in-webp";

// RFC 9649. A frame is 16 bytes of its place and time, then chunks of its own.
const KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const KEPT_IN_FRAME = new Set(["VP8 ", "VP8L", "ALPH"]);
const FRAME_HEADER_BYTES = 16;
const RIFF_HEADER_BYTES = 12;
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** A WebP without Exif and XMP, and without chunks that are not known; its header says so. */
export function plainWebp(bytes: Uint8Array): Uint8Array {
  const kept = webpChunks(bytes).filter(({ name }) => KEPT.has(name));
  if (!kept.some(({ name }) => ["VP8 ", "VP8L", "ANMF"].includes(name))) {
    throw new MalformedPictureError("The WebP holds no picture.");
  }
  return riff(kept.map(plainChunk));
}

function plainChunk({ name, data }: WebpChunk): WebpChunk {
  if (name === "VP8X") {
    const header = Buffer.from(data);
    header.writeUInt8(header.readUInt8(0) & ~(EXIF_FLAG | XMP_FLAG), 0);
    return { name, data: header };
  }
  return name === "ANMF" ? { name, data: plainFrame(data) } : { name, data };
}

function plainFrame(data: Buffer): Buffer {
  const chunks = webpChunks(riffAround(data.subarray(FRAME_HEADER_BYTES)));
  const kept = riff(chunks.filter(({ name }) => KEPT_IN_FRAME.has(name)));
  return Buffer.concat([data.subarray(0, FRAME_HEADER_BYTES), bufferOf(kept).subarray(RIFF_HEADER_BYTES)]);
}

function riffAround(chunks: Buffer): Buffer {
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(chunks.length + 4, 4);
  return Buffer.concat([head, chunks]);
}
