import "server-only";
import { createHash } from "node:crypto";
import type { Recipe } from "@/lib/domain/generation/recipe";
import { MalformedPictureError } from "./carrier";
import {
  descriptionProperty,
  recipeJsonInXmp,
  recipeProperty,
  smallProperties,
  textProperty,
  xmpDocument,
  xmpPacket,
} from "./xmp";

// XMP specification part 3, 1.1.3. A segment is a marker and a 2-byte length that counts itself.
const SEGMENT_DATA_MAX = 65_533;
const APP1 = 0xe1;
const XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
const EXTENSION_HEADER = "http://ns.adobe.com/xmp/extension/\0";
/** MD5 of the extension as 32 hex digits, then its length and this part's offset, 4 bytes each. */
const GUID_CHARS = 32;
const EXTENSION_OVERHEAD_BYTES = EXTENSION_HEADER.length + GUID_CHARS + 8;

/** Whether the data of a segment is XMP, the packet or a part of its extension. */
export function isXmp(data: Buffer): boolean {
  return hasHeader(data, XMP_HEADER) || hasHeader(data, EXTENSION_HEADER);
}

/** Whether the data of a segment begins with what says whose it is. */
export function hasHeader(data: Buffer, header: string): boolean {
  return data.toString("latin1", 0, header.length) === header;
}

/** The JSON of the recipe in the data of a file's segments, or null. */
export function recipeJsonInSegments(datas: readonly Buffer[]): string | null {
  const packet = datas.find((data) => hasHeader(data, XMP_HEADER)) ?? Buffer.alloc(0);
  return recipeJsonInXmp(packet) ?? recipeJsonInXmp(extensionOf(datas, packet));
}

/**
 * The segments that carry a recipe: as much as fits in the packet that every program reads, the prompt before the
 * recipe, and the rest in the parts of an extension.
 */
export function xmpSegments(recipe: Recipe): Buffer[] {
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

function segment(...parts: (string | Uint8Array)[]): Buffer {
  const data = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The parts that the packet's note asks for, in the order of their offsets. */
function extensionOf(datas: readonly Buffer[], packet: Buffer): Buffer {
  const [, wanted] = /HasExtendedXMP(?:>|="|=')([\dA-F]{32})/.exec(packet.toString("latin1")) ?? [];
  const guidAt = EXTENSION_HEADER.length;
  const parts = datas
    .filter((data) => hasHeader(data, EXTENSION_HEADER) && data.length > EXTENSION_OVERHEAD_BYTES)
    .filter((data) => data.toString("latin1", guidAt, guidAt + GUID_CHARS) === wanted)
    .map((data) => ({
      offset: data.readUInt32BE(guidAt + GUID_CHARS + 4),
      bytes: data.subarray(EXTENSION_OVERHEAD_BYTES),
    }))
    .sort((a, b) => a.offset - b.offset);
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}
