import "server-only";
import { createHash } from "node:crypto";
import type { Recipe } from "@/lib/domain/generation/recipe";
import { bufferOf, MalformedPictureError, partsOf, type RecipeCarrier } from "./carrier";
import {
  descriptionProperty,
  recipeJsonInXmp,
  recipeProperty,
  smallProperties,
  textProperty,
  xmpDocument,
  xmpPacket,
} from "./xmp";

// Segments are a marker and a 2-byte length that counts itself. XMP specification part 3, 1.1.3, for the rest.
const SEGMENT_DATA_MAX = 65_533;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
const EXTENSION_HEADER = "http://ns.adobe.com/xmp/extension/\0";
/** MD5 of the extension as 32 hex digits, then its length and this part's offset, 4 bytes each. */
const GUID_CHARS = 32;
const EXTENSION_OVERHEAD_BYTES = EXTENSION_HEADER.length + GUID_CHARS + 8;

type Segment = { marker: number; data: Buffer; whole: Buffer; end: number };

/**
 * XMP in an APP1 segment, after JFIF and Exif, which must come first. What does not fit in its
 * 64 KB goes to an extended packet over several segments. XMP that was there gives way.
 */
export const jpegRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const { segments, restAt } = segmentsOf(bytes);
    const kept = segments.filter(
      ({ data }) => !hasHeader(data, XMP_HEADER) && !hasHeader(data, EXTENSION_HEADER),
    );
    const after = kept.findIndex((segment) => !mustComeFirst(segment));
    const at = after === -1 ? kept.length : after;
    return Buffer.concat([
      bytes.subarray(0, 2),
      ...kept.slice(0, at).map(({ whole }) => whole),
      ...xmpSegments(recipe),
      ...kept.slice(at).map(({ whole }) => whole),
      bytes.subarray(restAt),
    ]);
  },
  readJson(bytes) {
    const { segments } = segmentsOf(bytes);
    const packet = segments.find(({ data }) => hasHeader(data, XMP_HEADER))?.data ?? Buffer.alloc(0);
    return recipeJsonInXmp(packet) ?? recipeJsonInXmp(extensionOf(segments, packet));
  },
};

/** The segments before the picture data, and where that begins. */
function segmentsOf(bytes: Uint8Array): { segments: Segment[]; restAt: number } {
  const file = bufferOf(bytes);
  const segments = partsOf(walkSegments(file));
  const restAt = segments.at(-1)?.end ?? 2;
  const isScan = file[restAt] === 0xff && [START_OF_SCAN, 0xff].includes(file[restAt + 1] ?? 0);
  if (!isScan) throw new MalformedPictureError("The JPEG's segments do not lead to picture data.");
  return { segments, restAt };
}

function* walkSegments(file: Buffer): Generator<Segment> {
  let start = 2;
  for (;;) {
    let at = start;
    // A marker may be padded with more 0xff bytes.
    while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
    if (file[at] !== 0xff || at + 4 > file.length) return;
    const marker = file.readUInt8(at + 1);
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN || end > file.length || end < at + 4) return;
    yield { marker, data: file.subarray(at + 4, end), whole: file.subarray(start, end), end };
    start = end;
  }
}

function mustComeFirst({ marker, data }: Segment): boolean {
  return marker === 0xe0 || (marker === APP1 && hasHeader(data, "Exif\0"));
}

function hasHeader(data: Buffer, header: string): boolean {
  return data.toString("latin1", 0, header.length) === header;
}

function segment(...parts: (string | Uint8Array)[]): Buffer {
  const data = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** As much as fits in the packet that every program reads; the prompt before the recipe. */
function xmpSegments(recipe: Recipe): Buffer[] {
  const small = smallProperties(recipe);
  const large = [descriptionProperty(recipe), recipeProperty(recipe)];
  for (const inPacket of [2, 1, 0]) {
    const extension = Buffer.from(inPacket === 2 ? "" : xmpDocument(large.slice(inPacket)));
    const guid = createHash("md5").update(extension).digest("hex").toUpperCase();
    const note = extension.length > 0 ? [textProperty("xmpNote:HasExtendedXMP", guid)] : [];
    const packet = Buffer.from(xmpPacket([...small, ...note, ...large.slice(0, inPacket)]));
    if (XMP_HEADER.length + packet.length > SEGMENT_DATA_MAX) continue;
    return [segment(XMP_HEADER, packet), ...extensionSegments(extension, guid)];
  }
  throw new MalformedPictureError("The smallest packet does not fit in a segment.");
}

function extensionSegments(extension: Buffer, guid: string): Buffer[] {
  const partBytes = SEGMENT_DATA_MAX - EXTENSION_OVERHEAD_BYTES;
  const segments: Buffer[] = [];
  for (let offset = 0; offset < extension.length; offset += partBytes) {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(extension.length, 0);
    place.writeUInt32BE(offset, 4);
    segments.push(segment(EXTENSION_HEADER, guid, place, extension.subarray(offset, offset + partBytes)));
  }
  return segments;
}

/** The parts that the packet's note asks for, in the order of their offsets. */
function extensionOf(segments: Segment[], packet: Buffer): Buffer {
  const [, wanted] = /HasExtendedXMP(?:>|="|=')([\dA-F]{32})/.exec(packet.toString("latin1")) ?? [];
  const guidAt = EXTENSION_HEADER.length;
  const parts = segments
    .filter(({ data }) => hasHeader(data, EXTENSION_HEADER) && data.length > EXTENSION_OVERHEAD_BYTES)
    .filter(({ data }) => data.toString("latin1", guidAt, guidAt + GUID_CHARS) === wanted)
    .map(({ data }) => ({
      offset: data.readUInt32BE(guidAt + GUID_CHARS + 4),
      bytes: data.subarray(EXTENSION_OVERHEAD_BYTES),
    }))
    .sort((a, b) => a.offset - b.offset);
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}
