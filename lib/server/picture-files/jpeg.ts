import "server-only";
import { bufferOf, MalformedPictureError, partsOf, type RecipeCarrier } from "./carrier";
import { hasHeader, isXmp, recipeJsonInSegments, xmpSegments } from "./jpeg-xmp";

// ITU-T T.81, annex B: a marker is 0xff and a byte; most have a 2-byte length that counts itself.
const START_OF_SCAN = 0xda;
const END = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** What the picture is decoded with, its end among it: other markers are reserved, and could say anything. */
const DECODED_WITH = { frames: [0xc0, 0xcf], tables: [END, 0xdf] } as const;

/** What begins an application segment that colours or proportions need. */
const KEPT_APPLICATIONS: Record<number, string> = {
  [APP0]: "JFIF\0",
  [APP2]: "ICC_PROFILE\0",
  [APP14]: "Adobe",
};

type Segment = { marker: number; data: Buffer; whole: Buffer; end: number };
/** A segment without padding, or picture data, whose marker is null. */
type Part = { marker: number | null; bytes: Buffer };

/**
 * XMP in an APP1 segment, after JFIF and Exif, which must come first. What does not fit in its
 * 64 KB goes to an extended packet over several segments. XMP that was there gives way.
 */
export const jpegRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const { segments, restAt } = segmentsOf(bytes);
    const kept = segments.filter(({ data }) => !isXmp(data));
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
    return recipeJsonInSegments(segmentsOf(bytes).segments.map(({ data }) => data));
  },
};

/** A JPEG without comments and without applications' segments; what follows its end is dropped too. */
export function plainJpeg(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(walkParts(bufferOf(bytes)));
  if (parts.at(-1)?.marker !== END) throw new MalformedPictureError("The JPEG has no end.");
  const kept = parts.filter(isKept).map((part) => part.bytes);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...kept]);
}

function isKept({ marker, bytes }: Part): boolean {
  if (marker === null) return true;
  if (Object.values(DECODED_WITH).some(([first, last]) => marker >= first && marker <= last)) return true;
  const header = KEPT_APPLICATIONS[marker];
  return header !== undefined && bytes.toString("latin1", 4, 4 + header.length) === header;
}

/** Segments from after the first marker to the last, and between them picture data. */
function* walkParts(file: Buffer): Generator<Part> {
  let start = 2;
  for (;;) {
    const found = markerAt(file, start);
    if (!found || isPartOfData(found.marker)) {
      throw new MalformedPictureError("The JPEG's segments do not follow each other.");
    }
    const { marker, at, end } = found;
    if (marker === END) {
      yield { marker, bytes: file.subarray(at, at + 2) };
      return;
    }
    if (end === null) throw new MalformedPictureError("The JPEG is cut off.");
    yield { marker, bytes: file.subarray(at, end) };
    start = end;
    if (marker === START_OF_SCAN) {
      start = dataEnd(file, end);
      yield { marker: null, bytes: file.subarray(end, start) };
    }
  }
}

/** Where the next marker is: in picture data 0xff is followed by 0, or is one of eight restart marks. */
function dataEnd(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next !== undefined && next !== 0xff && !isPartOfData(next)) return at;
  }
  throw new MalformedPictureError("The JPEG's picture data has no end.");
}

function isPartOfData(marker: number): boolean {
  return marker === 0 || (marker >= 0xd0 && marker <= 0xd7);
}

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
    const found = markerAt(file, start);
    if (!found || found.end === null || found.marker === START_OF_SCAN) return;
    const { marker, at, end } = found;
    yield { marker, data: file.subarray(at + 4, end), whole: file.subarray(start, end), end };
    start = end;
  }
}

/** The marker that stands at `from` or after padding; `end` is that of its segment, null where it has none or is cut off. */
function markerAt(file: Buffer, from: number): { marker: number; at: number; end: number | null } | null {
  let at = from;
  // A marker may be padded with more 0xff bytes.
  while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
  const marker = file[at + 1];
  if (file[at] !== 0xff || marker === undefined) return null;
  const end = at + 4 > file.length ? 0 : at + 2 + file.readUInt16BE(at + 2);
  return { marker, at, end: end < at + 4 || end > file.length ? null : end };
}

function mustComeFirst({ marker, data }: Segment): boolean {
  return marker === APP0 || (marker === APP1 && hasHeader(data, "Exif\0"));
}
