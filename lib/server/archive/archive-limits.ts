import "server-only";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** What an archive may be at most: room for 10,000 pictures of 3 MB, and an end to everything. */
export const ARCHIVE_LIMITS = {
  /** The file as it is uploaded, and everything in it unpacked. */
  archiveBytesMax: 32 * GIB,
  entriesMax: 100_000,
  pictureBytesMax: 128 * MIB,
  manifestBytesMax: 32 * MIB,
  /** A JSON file that is read row by row. */
  rowsBytesMax: 2 * GIB,
  /** One row; the longest prompt with every character escaped takes 6 MiB. */
  rowBytesMax: 8 * MIB,
  /** Unpacked to packed. Pictures hardly pack and rows about 10 to 1; deflate ends at 1,032 to 1. */
  ratioMax: 100,
  /** Files up to this size may pack as well as they can. */
  ratioFreeBytes: MIB,
};
export type ArchiveLimits = typeof ARCHIVE_LIMITS;
