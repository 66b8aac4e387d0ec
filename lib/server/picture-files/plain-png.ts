import "server-only";
import { MalformedPictureError, partsOf } from "@/lib/server/picture-files/carrier";
import { pngChunks } from "@/lib/server/picture-files/recipe-in-png";

const SIGNATURE_BYTES = 8;

/** PNG, third edition: the picture, its animation, and what its colours and edges need. No text, no Exif, no C2PA, no palette names. */
const KEPT = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT"],
  ...["cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs"],
]);

/** A PNG without text; what follows its end is dropped too. */
export function plainPng(bytes: Uint8Array): Uint8Array {
  const chunks = partsOf(pngChunks(bytes));
  const end = chunks.findIndex(({ type }) => type === "IEND");
  if (end === -1) throw new MalformedPictureError("The PNG has no end.");
  const kept = chunks.slice(0, end + 1).filter(({ type }) => KEPT.has(type));
  return Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), ...kept.map(({ whole }) => whole)]);
}
