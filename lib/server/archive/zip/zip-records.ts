import "server-only";

/** One stored file of a zip: where its local header is, and what was counted while it was written. */
export type ZipRecord = { name: Buffer; modifiedAt: Date; at: number; sizeBytes: number; crc: number };

// APPNOTE.TXT 6.3.10. Sizes and CRC follow the data (bit 3), names are UTF-8 (bit 11).
const FLAGS = 0x0808;
const VERSION_STORED = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
/** A regular file, 0644. */
const UNIX_MODE = 0o100_644;
const MAX_16 = 0xffff;
const MAX_32 = 0xffff_ffff;

/** Numbers one after the other, little-endian, each in so many bytes. */
function numbers(...fields: [sizeBytes: 2 | 4 | 8, value: number][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [sizeBytes]) => sum + sizeBytes, 0));
  let at = 0;
  for (const [sizeBytes, value] of fields) {
    if (sizeBytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, sizeBytes);
    at += sizeBytes;
  }
  return buffer;
}

/** Two-second steps from 1980 on, in UTC, where the format knows no zone. */
function dosTime(date: Date): [2, number][] {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107);
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return [
    [2, time],
    [2, ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()],
  ];
}

/** The "universal time" field: seconds since 1970, which unpackers prefer to the above. */
function timeField(date: Date): Buffer {
  const seconds = Math.min(Math.max(Math.floor(date.getTime() / 1000), 0), 0x7fff_ffff);
  return Buffer.concat([numbers([2, 0x5455], [2, 5]), Buffer.from([1]), numbers([4, seconds])]);
}

/** What stands before a file's data, when its size is not known yet. */
export function localHeader({ name, modifiedAt }: ZipRecord): Buffer {
  const extra = timeField(modifiedAt);
  return Buffer.concat([
    numbers([4, 0x0403_4b50], [2, VERSION_STORED], [2, FLAGS], [2, 0], ...dosTime(modifiedAt)),
    numbers([4, 0], [4, 0], [4, 0], [2, name.length], [2, extra.length]),
    name,
    extra,
  ]);
}

/** What stands after it. */
export function dataDescriptor({ crc, sizeBytes }: ZipRecord): Buffer {
  const width = sizeBytes >= MAX_32 ? 8 : 4;
  return numbers([4, 0x0807_4b50], [4, crc], [width, sizeBytes], [width, sizeBytes]);
}

/** A file's entry in the directory at the end. Numbers too large for it move to a Zip64 field. */
export function centralHeader({ name, modifiedAt, at, sizeBytes, crc }: ZipRecord): Buffer {
  const large: [8, number][] = [];
  if (sizeBytes >= MAX_32) large.push([8, sizeBytes], [8, sizeBytes]);
  if (at >= MAX_32) large.push([8, at]);
  const zip64 = large.length > 0 ? numbers([2, 1], [2, large.length * 8], ...large) : Buffer.alloc(0);
  const extra = Buffer.concat([zip64, timeField(modifiedAt)]);
  const version = large.length > 0 ? VERSION_ZIP64 : VERSION_STORED;
  const size = Math.min(sizeBytes, MAX_32);
  return Buffer.concat([
    numbers([4, 0x0201_4b50], [2, MADE_BY_UNIX | version], [2, version], [2, FLAGS], [2, 0]),
    numbers(...dosTime(modifiedAt), [4, crc], [4, size], [4, size], [2, name.length], [2, extra.length]),
    // No comment, first disk, no internal attributes.
    numbers([2, 0], [2, 0], [2, 0], [4, UNIX_MODE * 0x1_0000], [4, Math.min(at, MAX_32)]),
    name,
    extra,
  ]);
}

/** The end of the zip: how many entries its directory has, where that begins and how long it is. */
export function centralEnd(directory: { entries: number; at: number; sizeBytes: number }): Buffer {
  const { entries, at, sizeBytes } = directory;
  const isLarge = entries >= MAX_16 || at >= MAX_32 || sizeBytes >= MAX_32;
  const count = Math.min(entries, MAX_16);
  return Buffer.concat([
    isLarge ? zip64End(directory) : Buffer.alloc(0),
    numbers([4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count]),
    numbers([4, Math.min(sizeBytes, MAX_32)], [4, Math.min(at, MAX_32)], [2, 0]),
  ]);
}

/** The record with room for large numbers, and the locator that leads to it. */
function zip64End({ entries, at, sizeBytes }: { entries: number; at: number; sizeBytes: number }): Buffer {
  return Buffer.concat([
    numbers([4, 0x0606_4b50], [8, 44], [2, MADE_BY_UNIX | VERSION_ZIP64], [2, VERSION_ZIP64], [4, 0], [4, 0]),
    numbers([8, entries], [8, entries], [8, sizeBytes], [8, at]),
    numbers([4, 0x0706_4b50], [4, 0], [8, at + sizeBytes], [4, 1]),
  ]);
}
