import "server-only";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { syncFolderToDisk } from "./sync-to-disk";

/** Only the owner may read what the studio writes. */
export const fileMode = 0o600;
export const folderMode = 0o700;

export type ReplaceFileOptions = {
  /** The top folder, which contains `file`: the names on the way from it are made durable too. */
  root: string;
  /** A path that does not exist yet, on the same file system as `file`. */
  temporaryFile: string;
  durable: boolean;
};

/**
 * Puts bytes at `file` in one step: a crash leaves the old value or the new one. With `durable` the promise is kept
 * only once the disk has the bytes and the names that lead to them.
 */
export async function replaceFile(
  file: string,
  bytes: Uint8Array,
  options: ReplaceFileOptions,
): Promise<void> {
  try {
    await writeNewFile(options.temporaryFile, bytes, options.durable);
    await mkdir(path.dirname(file), { recursive: true, mode: folderMode });
    await rename(options.temporaryFile, file);
  } catch (error) {
    await rm(options.temporaryFile, { force: true });
    throw error;
  }
  if (options.durable) await syncFolders(path.dirname(file), options.root);
}

async function writeNewFile(file: string, bytes: Uint8Array, durable: boolean): Promise<void> {
  await using handle = await open(file, "wx", fileMode);
  await handle.writeFile(bytes);
  if (durable) await handle.sync();
}

/** Every folder on the way, because a value that was not durable may have made some of them. */
async function syncFolders(folder: string, root: string): Promise<void> {
  for (let current = folder; current !== root; current = path.dirname(current))
    await syncFolderToDisk(current);
  await syncFolderToDisk(root);
}
