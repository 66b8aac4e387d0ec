import "server-only";
import { randomUUID } from "node:crypto";

/** How long the address of a picture lives (Images API, `response_format`). */
export const FILE_LIFE_MS = 60 * 60_000;
/** Bytes kept in all; the oldest give way. */
const BYTES_MAX = 256 * 1024 * 1024;

type File = { bytes: Uint8Array<ArrayBuffer>; contentType: string; expiresAt: number };

export type FileStore = {
  /** Keeps the bytes and gives their id. */
  put(bytes: Uint8Array, contentType: string): string;
  /** The file, or null when it has expired, gave way or never was. */
  get(id: string): File | null;
};

/** Pictures in memory, for answers that give an address instead of bytes. `now` is in milliseconds. */
export function createFileStore(now: () => number): FileStore {
  const files = new Map<string, File>();
  let bytesKept = 0;

  function remove(id: string, file: File): void {
    files.delete(id);
    bytesKept -= file.bytes.byteLength;
  }

  /** A Map keeps the order of insertion, so the first is the oldest. */
  function makeRoom(): void {
    for (const [id, file] of files) {
      if (file.expiresAt > now() && bytesKept <= BYTES_MAX) return;
      remove(id, file);
    }
  }

  return {
    put(bytes, contentType) {
      const id = randomUUID();
      files.set(id, { bytes: new Uint8Array(bytes), contentType, expiresAt: now() + FILE_LIFE_MS });
      bytesKept += bytes.byteLength;
      makeRoom();
      return id;
    },
    get(id) {
      makeRoom();
      return files.get(id) ?? null;
    },
  };
}
