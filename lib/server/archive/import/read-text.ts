import "server-only";
import { archiveError } from "@/lib/server/archive/archive-error";
import type { Archive } from "./open-archive";

/** A file as text, whole. */
export async function readText(archive: Archive, path: string, sizeBytesMax: number): Promise<string> {
  if ((archive.sizes.get(path) ?? 0) > sizeBytesMax) throw archiveError(path, "is too large");
  const bytes = Buffer.concat(await Array.fromAsync(archive.read(path)));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw archiveError(path, "is not UTF-8", cause);
  }
}
