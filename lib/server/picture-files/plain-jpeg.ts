import "server-only";
import { bufferOf, MalformedPictureError, partsOf } from "@/lib/server/picture-files/carrier";

// ITU-T T.81, annex B: a marker is 0xff and a byte; most have a 2-byte length that counts itself.
const START_OF_SCAN = 0xda;
const END = 0xd9;
const APP0 = 0xe0;
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

type Part = { marker: number | null; bytes: Buffer };

/** A JPEG without comments and without applications' segments; what follows its end is dropped too. */
export function plainJpeg(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(walk(bufferOf(bytes)));
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

/** Segments from after the first marker to the last, and between them picture data, whose marker is null. */
function* walk(file: Buffer): Generator<Part> {
  let at = 2;
  for (;;) {
    // A marker may be padded with more 0xff bytes.
    while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined || isPartOfData(marker)) {
      throw new MalformedPictureError("The JPEG's segments do not follow each other.");
    }
    if (marker === END) {
      yield { marker, bytes: file.subarray(at, at + 2) };
      return;
    }
    const end = at + 4 > file.length ? 0 : at + 2 + file.readUInt16BE(at + 2);
    if (end < at + 4 || end > file.length) throw new MalformedPictureError("The JPEG is cut off.");
    yield { marker, bytes: file.subarray(at, end) };
    at = end;
    if (marker === START_OF_SCAN) {
      at = dataEnd(file, end);
      yield { marker: null, bytes: file.subarray(end, at) };
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
