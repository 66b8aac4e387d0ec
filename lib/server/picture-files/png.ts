import "server-only";
import { crc32, inflateSync } from "node:zlib";
import { RECIPE_CHARS_MAX } from "@/lib/domain/generation/recipe";
import { bufferOf, MalformedPictureError, partsOf, type RecipeCarrier } from "./carrier";
import { recipeJsonInXmp, recipePacket } from "./xmp";

// PNG, third edition: chunks are a 4-byte length, a 4-byte type, the data and a CRC of type and data.
const SIGNATURE_BYTES = 8;
const CHUNK_OVERHEAD_BYTES = 12;
const RECIPE_KEYWORD = "safelight";
const XMP_KEYWORD = "XML:com.adobe.xmp";
const OURS = [RECIPE_KEYWORD, XMP_KEYWORD];

/** PNG, third edition: the picture, its animation, and what its colours and edges need. No text, no Exif, no C2PA, no palette names. */
const KEPT = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT"],
  ...["cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs"],
]);

type Chunk = { type: string; data: Buffer; whole: Buffer };

/** Recipe and XMP as `iTXt` chunks right after the header; text of the same names gives way. */
export const pngRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const chunks = partsOf(pngChunks(bytes));
    const [header, ...rest] = chunks;
    if (header?.type !== "IHDR") throw new MalformedPictureError("The PNG does not begin with its header.");
    const kept = rest.filter((chunk) => !OURS.includes(keywordOf(chunk) ?? ""));
    const afterChunks = SIGNATURE_BYTES + chunks.reduce((sum, { whole }) => sum + whole.length, 0);
    return Buffer.concat([
      bytes.subarray(0, SIGNATURE_BYTES),
      header.whole,
      textChunk(RECIPE_KEYWORD, Buffer.from(JSON.stringify(recipe))),
      textChunk(XMP_KEYWORD, recipePacket(recipe)),
      ...kept.map(({ whole }) => whole),
      bytes.subarray(afterChunks),
    ]);
  },
  readJson(bytes) {
    const texts = partsOf(pngChunks(bytes)).filter((chunk) => OURS.includes(keywordOf(chunk) ?? ""));
    const find = (keyword: string) => texts.find((chunk) => keywordOf(chunk) === keyword);
    const recipe = find(RECIPE_KEYWORD);
    const xmp = find(XMP_KEYWORD);
    return (recipe && textOf(recipe)?.toString()) ?? recipeJsonInXmp((xmp && textOf(xmp)) ?? Buffer.alloc(0));
  },
};

/** A PNG without text; what follows its end is dropped too. */
export function plainPng(bytes: Uint8Array): Uint8Array {
  const chunks = partsOf(pngChunks(bytes));
  const end = chunks.findIndex(({ type }) => type === "IEND");
  if (end === -1) throw new MalformedPictureError("The PNG has no end.");
  const kept = chunks.slice(0, end + 1).filter(({ type }) => KEPT.has(type));
  return Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...kept.map(({ whole }) => whole)]);
}

/** The chunks of a PNG up to the first that is cut off. */
function* pngChunks(bytes: Uint8Array): Generator<Chunk> {
  const file = bufferOf(bytes);
  let at = SIGNATURE_BYTES;
  while (at + CHUNK_OVERHEAD_BYTES <= file.length) {
    const end = at + CHUNK_OVERHEAD_BYTES + file.readUInt32BE(at);
    if (end > file.length) return;
    const type = file.toString("latin1", at + 4, at + 8);
    yield { type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) };
    at = end;
  }
}

/** A keyword has at most 79 bytes; no more are looked at. */
function keywordOf({ type, data }: Chunk): string | null {
  if (type !== "iTXt") return null;
  const end = data.subarray(0, 80).indexOf(0);
  return end === -1 ? null : data.toString("latin1", 0, end);
}

function textChunk(keyword: string, text: Uint8Array): Buffer {
  // After the keyword: not compressed, method 0, no language, no translated keyword.
  const typed = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0\0\0`, "latin1"), text]);
  const chunk = Buffer.alloc(typed.length + 8);
  chunk.writeUInt32BE(typed.length - 4, 0);
  typed.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(typed), typed.length + 4);
  return chunk;
}

/** The text of an `iTXt` chunk; another program may have compressed ours. */
function textOf({ data }: Chunk): Buffer | null {
  const flagAt = data.indexOf(0) + 1;
  const languageEnd = data.indexOf(0, flagAt + 2);
  const translatedEnd = data.indexOf(0, languageEnd + 1);
  if (languageEnd === -1 || translatedEnd === -1) return null;
  const text = data.subarray(translatedEnd + 1);
  return data[flagAt] === 1 ? inflateSync(text, { maxOutputLength: 8 * RECIPE_CHARS_MAX }) : text;
}
