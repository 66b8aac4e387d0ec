import "server-only";
import { type Entry, type LocalFileHeader, parseExtraFields } from "yauzl";
import { archiveError } from "@/lib/server/archive/archive-error";
import type { ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { type ArchivePathKind, archivePathKind } from "@/lib/server/archive/archive-paths";

// APPNOTE.TXT 4.4.4 and 4.4.5; the high half of the external attributes is the mode of a Unix file.
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const SIZES_AFTER_DATA_FLAG = 0x0008;
const METHODS = new Map([
  [0, "stored"],
  [8, "deflated"],
]);
const MAX_32 = 0xffff_ffff;
const ZIP64_FIELD = 1;
const FILE_TYPE_MASK = 0o170_000;
/** None given, a regular file; and for a folder its own. */
const FILE_TYPES = [0, 0o100_000];
const FOLDER_TYPES = [0, 0o040_000];

/** Where in the file an entry is, its header included. */
export type Extent = { path: string; start: number; end: number };

/**
 * What the directory says of a file, against what may be in an archive.
 * @throws AppError archive_invalid
 */
export function checkEntry(entry: Entry, limits: ArchiveLimits): ArchivePathKind {
  const { fileName: path, compressedSize, uncompressedSize } = entry;
  const kind = archivePathKind(path);
  if (kind === null) throw archiveError(path, "has no place in an archive");
  // A second name in an extra field would be seen by some programs and not by others.
  if (entry.fileNameRaw.toString("latin1") !== path) throw archiveError(path, "has two names");
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAGS) !== 0) throw archiveError(path, "is encrypted");
  if (!METHODS.has(entry.compressionMethod)) throw archiveError(path, "is compressed in an unknown way");
  const fileType = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK;
  if (!(kind === "folder" ? FOLDER_TYPES : FILE_TYPES).includes(fileType))
    throw archiveError(path, "is a link or no file at all");
  if (uncompressedSize > sizeBytesMax(kind, limits)) throw archiveError(path, "is too large");
  const isFree = uncompressedSize <= limits.ratioFreeBytes;
  if (!isFree && uncompressedSize > compressedSize * limits.ratioMax)
    throw archiveError(path, "unpacks to far more than it is");
  return kind;
}

function sizeBytesMax(kind: ArchivePathKind, limits: ArchiveLimits): number {
  switch (kind) {
    case "rows":
      return limits.rowsBytesMax;
    case "picture":
      return limits.pictureBytesMax;
    case "folder":
      return 0;
  }
}

/**
 * What stands before a file's data must say the same as the directory, or two programs would
 * unpack two different archives.
 * @throws AppError archive_invalid
 */
export function localExtent(entry: Entry, local: LocalFileHeader): Extent {
  const path = entry.fileName;
  const hasSizesAfter = (local.generalPurposeBitFlag & SIZES_AFTER_DATA_FLAG) !== 0;
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    (hasSizesAfter || (local.crc32 === entry.crc32 && hasSameSizes(entry, local)));
  if (!isSame) throw archiveError(path, "is described in two different ways");
  return { path, start: entry.relativeOffsetOfLocalHeader, end: local.fileDataStart + entry.compressedSize };
}

function hasSameSizes(entry: Entry, local: LocalFileHeader): boolean {
  if (local.uncompressedSize !== MAX_32 && local.compressedSize !== MAX_32)
    return local.uncompressedSize === entry.uncompressedSize && local.compressedSize === entry.compressedSize;
  const zip64 = parseExtraFields(local.extraField).find(({ id }) => id === ZIP64_FIELD)?.data;
  if (!zip64 || zip64.length < 16) return false;
  return (
    zip64.readBigUInt64LE(0) === BigInt(entry.uncompressedSize) &&
    zip64.readBigUInt64LE(8) === BigInt(entry.compressedSize)
  );
}

/**
 * No two files may share bytes: that is how a small zip holds a large one many times.
 * @throws AppError archive_invalid
 */
export function checkExtents(extents: Extent[]): void {
  let end = 0;
  for (const extent of extents.toSorted((a, b) => a.start - b.start)) {
    if (extent.start < end) throw archiveError(extent.path, "shares its bytes with another file");
    end = extent.end;
  }
}
