import { crc32, deflateRawSync } from "node:zlib";

/** For tests: one file of a zip, and how its headers lie. */
export type TestEntry = {
  name: string;
  data: Uint8Array;
  isDeflated?: boolean;
  /** Instead of the name, in the header before the data. */
  localName?: string;
  /** Instead of the true sizes and checksum, everywhere. */
  sizeBytes?: number;
  packedBytes?: number;
  crc?: number;
  /** Instead of the true size, before the data alone. */
  localSizeBytes?: number;
  flags?: number;
  method?: number;
  mode?: number;
  extra?: Buffer;
  /** The place of another file's header, by its number: the two share their bytes. */
  sharesWith?: number;
};

/** For tests: a zip as a liar would write it. */
export function buildZip(entries: TestEntry[], comment = "", entryCount = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = entry.isDeflated ? deflateRawSync(entry.data) : Buffer.from(entry.data);
    const crc = entry.crc ?? crc32(entry.data);
    const method = entry.method ?? (entry.isDeflated ? 8 : 0);
    const packedBytes = entry.packedBytes ?? packed.length;
    const sizeBytes = entry.sizeBytes ?? entry.data.length;
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const place = entry.sharesWith === undefined ? at : (places[entry.sharesWith] ?? 0);
    places.push(place);

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(entry.flags ?? 0, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packedBytes, 18);
    local.writeUInt32LE(entry.localSizeBytes ?? sizeBytes, 22);
    local.writeUInt16LE(localName.length, 26);
    if (entry.sharesWith === undefined) {
      parts.push(local, localName, packed);
      at += local.length + localName.length + packed.length;
    }

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(3 << 8, 4);
    central.writeUInt16LE(entry.flags ?? 0, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packedBytes, 20);
    central.writeUInt32LE(sizeBytes, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100_644) << 16) >>> 0, 38);
    central.writeUInt32LE(place, 42);
    directory.push(central, name, extra);
  }
  const end = Buffer.alloc(22);
  const whole = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(whole.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, whole, end, Buffer.from(comment)]);
}
