import "server-only";
import { bufferOf, MalformedPictureError, partsOf, type RecipeCarrier } from "./carrier";
import { recipeJsonInXmp, recipePacket } from "./xmp";

// RFC 9649: RIFF chunks are a 4-byte name, a 4-byte little-endian length, the data, and a zero byte to an even length.
const FIRST_CHUNK_AT = 12;
const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;

const KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const KEPT_IN_FRAME = new Set(["VP8 ", "VP8L", "ALPH"]);
/** A frame is 16 bytes of its place and time, then chunks of its own. */
const FRAME_HEADER_BYTES = 16;
const RIFF_HEADER_BYTES = 12;
const EXIF_FLAG = 0x08;

type WebpChunk = { name: string; data: Buffer };

/** XMP in its own chunk at the end. A simple file becomes an extended one, whose header says that there is XMP. */
export const webpRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const [first, ...rest] = webpChunks(bytes).filter(({ name }) => name !== "XMP ");
    if (!first) throw new MalformedPictureError("The WebP is empty.");
    const isExtended = first.name === "VP8X";
    const header = isExtended ? Buffer.from(first.data) : extendedHeader(first);
    header.writeUInt8(header.readUInt8(0) | XMP_FLAG, 0);
    return riff([
      { name: "VP8X", data: header },
      ...(isExtended ? [] : [first]),
      ...rest,
      { name: "XMP ", data: Buffer.from(recipePacket(recipe)) },
    ]);
  },
  readJson(bytes) {
    const xmp = webpChunks(bytes).find(({ name }) => name === "XMP ");
    return xmp ? recipeJsonInXmp(xmp.data) : null;
  },
};

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

/** The chunks of a WebP, without their padding. @throws MalformedPictureError, RangeError */
function webpChunks(bytes: Uint8Array): WebpChunk[] {
  const file = bufferOf(bytes);
  return partsOf(walkChunks(file.subarray(0, 8 + file.readUInt32LE(4))));
}

function* walkChunks(file: Buffer): Generator<WebpChunk> {
  let at = FIRST_CHUNK_AT;
  while (at + 8 <= file.length) {
    const end = at + 8 + file.readUInt32LE(at + 4);
    if (end > file.length) throw new MalformedPictureError("The WebP is cut off.");
    yield { name: file.toString("latin1", at, at + 4), data: file.subarray(at + 8, end) };
    at = end + (end % 2);
  }
}

/** Flags, three reserved bytes, and the edges less one, 3 bytes each. */
function extendedHeader(picture: WebpChunk): Buffer {
  const { widthPx, heightPx, hasAlpha } = sizeOf(picture);
  const header = Buffer.alloc(10);
  header.writeUInt8(hasAlpha ? ALPHA_FLAG : 0, 0);
  header.writeUIntLE(widthPx - 1, 4, 3);
  header.writeUIntLE(heightPx - 1, 7, 3);
  return header;
}

/** From the bitstream's own header: lossy in 14 bits each after a start code, lossless in 14 bits each less one. */
function sizeOf({ name, data }: WebpChunk): { widthPx: number; heightPx: number; hasAlpha: boolean } {
  if (name === "VP8 " && data.length >= 10 && data.readUIntBE(3, 3) === 0x9d012a) {
    const widthPx = data.readUInt16LE(6) & 0x3fff;
    const heightPx = data.readUInt16LE(8) & 0x3fff;
    if (widthPx > 0 && heightPx > 0) return { widthPx, heightPx, hasAlpha: false };
  }
  if (name === "VP8L" && data.length >= 5 && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    const hasAlpha = ((bits >>> 28) & 1) === 1;
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1, hasAlpha };
  }
  throw new MalformedPictureError("The WebP begins with something else than a picture.");
}

/** A WebP of these chunks. */
function riff(chunks: WebpChunk[]): Buffer {
  const parts = chunks.flatMap(({ name, data }) => {
    const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
    head.writeUInt32LE(data.length, 4);
    return [head, data, Buffer.alloc(data.length % 2)];
  });
  const sizeBytes = parts.reduce((sum, { length }) => sum + length, 4);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(sizeBytes, 4);
  return Buffer.concat([head, ...parts]);
}
