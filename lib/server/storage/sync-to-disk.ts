import "server-only";
import { open, readdir } from "node:fs/promises";
import path from "node:path";

/** Keeps the promise once a file's bytes, or a folder's names, have reached the disk. */
export async function syncToDisk(fileOrFolder: string): Promise<void> {
  await using handle = await open(fileOrFolder, "r");
  await handle.sync();
}

/** The same for a folder's names alone; does nothing on Windows, which refuses and keeps names safe by itself. */
export async function syncFolderToDisk(folder: string): Promise<void> {
  if (process.platform !== "win32") await syncToDisk(folder);
}

/** The same for a folder and everything in it. */
export async function syncTreeToDisk(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const found = path.join(entry.parentPath, entry.name);
    await (entry.isDirectory() ? syncFolderToDisk(found) : syncToDisk(found));
  }
  await syncFolderToDisk(folder);
}
