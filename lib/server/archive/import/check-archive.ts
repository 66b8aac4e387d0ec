import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import { archiveError, archiveFault } from "@/lib/server/archive/archive-error";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSIONS_READ,
  type Manifest,
  manifestSchema,
} from "@/lib/server/archive/archive-format";
import type { ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { PATH_OF } from "@/lib/server/archive/archive-paths";
import { parseWhole } from "@/lib/server/archive/archive-rows";
import { SNIFFED_BYTES_MAX, sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import { type ArchivePlan, checkRows } from "./check-rows";
import type { Archive } from "./open-archive";
import { readText } from "./read-text";

/**
 * Reads an archive from end to end and writes nothing: every file against the manifest, every row
 * against its schema and the rows that it names.
 * @throws AppError archive_invalid with the file that is wrong and why
 */
export async function checkArchive(archive: Archive, limits: ArchiveLimits): Promise<ArchivePlan> {
  const manifest = await readManifest(archive, limits);
  checkFileList(archive, manifest);
  const types = new Map<string, string>();
  for (const file of manifest.files) types.set(file.path, await checkFile(archive, file));
  return checkRows(archive, manifest, types, limits);
}

const anyVersionSchema = z.object({ format: z.literal(ARCHIVE_FORMAT), version: z.int() });

async function readManifest(archive: Archive, limits: ArchiveLimits): Promise<Manifest> {
  const path = PATH_OF.manifest;
  if (!archive.sizes.has(path)) throw archiveFault(`it has no ${path}, so it is not a session of Safelight`);
  const json = await readText(archive, path, limits.manifestBytesMax);
  const { version } = parseWhole(path, json, anyVersionSchema);
  if (!ARCHIVE_VERSIONS_READ.some((known) => known === version)) {
    const known = ARCHIVE_VERSIONS_READ.join(" and ");
    throw archiveError(path, `has version ${version}; this studio reads versions ${known}`);
  }
  return parseWhole(path, json, manifestSchema);
}

function checkFileList(archive: Archive, { files }: Manifest): void {
  const listed = new Set<string>([PATH_OF.manifest]);
  for (const { path, sizeBytes } of files) {
    if (listed.has(path)) throw archiveError(path, "is in the manifest twice");
    listed.add(path);
    if (!archive.sizes.has(path)) throw archiveError(path, "is missing");
    if (archive.sizes.get(path) !== sizeBytes)
      throw archiveError(path, "has not the size that the manifest says");
  }
  for (const path of archive.sizes.keys())
    if (!listed.has(path)) throw archiveError(path, "is not in the manifest");
}

/** What kind of picture the bytes are, once they have proved to be those that were exported. */
async function checkFile(archive: Archive, { path, sha256 }: Manifest["files"][number]): Promise<string> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  for await (const chunk of archive.read(path)) {
    hash.update(chunk);
    if (head.length < SNIFFED_BYTES_MAX)
      head = Buffer.concat([head, chunk.subarray(0, SNIFFED_BYTES_MAX - head.length)]);
  }
  if (hash.digest("hex") !== sha256) throw archiveError(path, "is not what was exported: its hash differs");
  return sniffContentType(head);
}
