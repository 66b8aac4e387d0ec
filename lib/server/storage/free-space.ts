import "server-only";
import { statfs } from "node:fs/promises";
import { StorageFullError } from "./storage-fault";
import { within } from "./within";

const MEGABYTE = 1024 * 1024;

/** Bytes that the studio may still write to the disk of a folder. */
export async function freeBytes(folder: string, timeoutMs: number): Promise<number> {
  const { bavail, bsize } = await within(timeoutMs, () => statfs(folder));
  return bavail * bsize;
}

/** @throws StorageFullError when the disk of a folder has less room than that */
export async function checkFreeSpace(folder: string, bytesMin: number, timeoutMs: number): Promise<void> {
  const free = await freeBytes(folder, timeoutMs);
  if (free >= bytesMin) return;
  const [has, needs] = [free, bytesMin].map((bytes) => `${Math.floor(bytes / MEGABYTE)} MB`);
  throw new StorageFullError(`The disk has ${has} left; ${needs} must be free.`);
}
