import "server-only";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError, toAppError } from "@/lib/domain/errors/app-error";
import { archiveError, archiveFault } from "@/lib/server/archive/archive-error";
import type { ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { archivePathKind } from "@/lib/server/archive/archive-paths";
import { checkEntry, checkExtents, type Extent, localExtent } from "./check-entry";

/** A zip whose directory has been checked against its files and our limits; nothing is unpacked yet. */
export type Archive = AsyncDisposable & {
  /** Every file, by path, with its size. */
  sizes: ReadonlyMap<string, number>;
  /** A file's bytes, counted and checked against size and CRC while they are read. */
  read(path: string): AsyncGenerator<Uint8Array>;
};

/**
 * Opens a zip that came from outside.
 * @throws AppError archive_invalid with the file that is wrong and why
 */
export async function openArchive(file: string, limits: ArchiveLimits): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch((cause: unknown) => {
    throw archiveFault("it is not a whole zip file", cause);
  });
  // Without a listener a fault that comes after the last read would end the process.
  zip.on("error", () => {});
  try {
    const entries = await readDirectory(zip, limits);
    return {
      sizes: new Map([...entries].map(([path, { uncompressedSize }]) => [path, uncompressedSize])),
      read: (path) => readEntry(zip, path, entries.get(path)),
      [Symbol.asyncDispose]: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw toAppError(error, "archive_invalid");
  }
}

async function readDirectory(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entriesMax) throw archiveFault(`it has more than ${limits.entriesMax} files`);
  const entries = new Map<string, Entry>();
  const extents: Extent[] = [];
  let sizeBytes = 0;
  for await (const entry of eachEntry(zip)) {
    const kind = checkEntry(entry, limits);
    const path = entry.fileName;
    const local = await zip.readLocalFileHeaderPromise(entry).catch((cause: unknown) => {
      throw archiveError(path, "has no header of its own where the directory says", cause);
    });
    extents.push(localExtent(entry, local));
    sizeBytes += entry.uncompressedSize;
    if (entries.has(path)) throw archiveError(path, "is there twice");
    if (kind !== "folder") entries.set(path, entry);
    if (sizeBytes > limits.archiveBytesMax) throw archiveFault("it is too large when unpacked");
  }
  checkExtents(extents);
  return entries;
}

/** The reader's own refusals (paths that lead out, sizes that disagree) in our words. */
async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message.slice(0, 200) : "it cannot be read";
      throw archiveFault(`its directory is wrong (${why})`, cause);
    });
    if (next.done) return;
    yield next.value;
  }
}

async function* readEntry(zip: ZipFile, path: string, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry || archivePathKind(path) === null) throw archiveError(path, "is missing");
  let sizeBytes = 0;
  let crc = 0;
  try {
    const chunks: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of chunks) {
      sizeBytes += chunk.byteLength;
      crc = crc32(chunk, crc);
      if (sizeBytes > entry.uncompressedSize) throw archiveError(path, "is larger than it says");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : archiveError(path, "cannot be unpacked", error);
  }
  if (sizeBytes !== entry.uncompressedSize) throw archiveError(path, "is smaller than it says");
  if (crc !== entry.crc32) throw archiveError(path, "is damaged");
}
