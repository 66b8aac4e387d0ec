import "server-only";
import { randomUUID } from "node:crypto";
import type { Dir } from "node:fs";
import { access, mkdir, open, opendir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { SNIFFED_BYTES_MAX, sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { boundedStream } from "./bounded-stream";
import { folderMode, replaceFile } from "./durable-file";
import { fileStream } from "./file-stream";
import { STORAGE_DEADLINES, type StorageDeadlines, timeForBytesMs } from "./storage-deadlines";
import { assertStorageKey, assertStoragePrefix } from "./storage-key";
import { within } from "./within";

/** No write takes this long, so an older temporary file was left by a crash and not by a neighbour at work. */
const temporaryFileAgeMaxMs = 60 * 60 * 1000;

export type FilesystemStorageOptions = { folder: string; deadlines?: StorageDeadlines };

/**
 * Storage in a folder: values as files under `<folder>/files`, named by their keys, and values being written under
 * `<folder>/temporary`. Several processes may share one folder. A folder that cannot be used now may be later, so it
 * opens all the same; what is asked of it fails.
 */
export async function openFilesystemStorage({
  folder,
  deadlines = STORAGE_DEADLINES,
}: FilesystemStorageOptions): Promise<Storage> {
  const filesFolder = path.resolve(folder, "files");
  const temporaryFolder = path.resolve(folder, "temporary");
  const { answerMs, stallMs } = deadlines;
  await within(answerMs, () => prepare(filesFolder, temporaryFolder)).catch(() => {});

  function fileOf(key: string): string {
    assertStorageKey(key);
    return path.join(filesFolder, key);
  }

  /** A value that is missing is null. When the whole place is missing, nobody knows what is in it. */
  async function find<T>(promise: Promise<T>): Promise<T | null> {
    const found = await nullIfMissing(promise);
    if (found === null) await access(filesFolder);
    return found;
  }

  return {
    async put(key, bytes, { durable }) {
      const temporaryFile = path.join(temporaryFolder, randomUUID());
      const file = fileOf(key);
      await within(timeForBytesMs(deadlines, bytes.byteLength), () =>
        replaceFile(file, bytes, { root: filesFolder, temporaryFile, durable }),
      );
    },
    async get(key) {
      const file = fileOf(key);
      const handle = await within(answerMs, () => find(open(file, "r")));
      if (!handle) return null;
      try {
        const { size } = await within(answerMs, () => handle.stat());
        const bytes = await within(timeForBytesMs(deadlines, size), () => handle.readFile());
        return new Uint8Array(bytes);
      } finally {
        await handle.close();
      }
    },
    async open(key) {
      const file = fileOf(key);
      const handle = await within(answerMs, () => find(open(file, "r")));
      if (!handle) return null;
      try {
        const head = new Uint8Array(SNIFFED_BYTES_MAX);
        return await within(answerMs, async () => {
          const { size } = await handle.stat();
          const { bytesRead } = await handle.read(head, 0, SNIFFED_BYTES_MAX, 0);
          const contentType = sniffContentType(head.subarray(0, bytesRead));
          return { sizeBytes: size, contentType, stream: () => boundedStream(fileStream(handle), stallMs) };
        });
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    async storedAt(key) {
      const file = fileOf(key);
      return (await within(answerMs, () => find(stat(file))))?.mtime ?? null;
    },
    async remove(prefix) {
      assertStoragePrefix(prefix);
      await within(answerMs, async () => {
        await rm(path.join(filesFolder, prefix), { recursive: true, force: true });
        await access(filesFolder);
      });
    },
    async *list(prefix) {
      if (prefix !== "") assertStoragePrefix(prefix);
      yield* listFiles(path.join(filesFolder, prefix), prefix);
    },
    async close() {},
  };
}

async function prepare(filesFolder: string, temporaryFolder: string): Promise<void> {
  await mkdir(filesFolder, { recursive: true, mode: folderMode });
  await mkdir(temporaryFolder, { recursive: true, mode: folderMode });
  await sweepTemporaryFiles(temporaryFolder);
}

async function* listFiles(folder: string, prefix: string): AsyncIterable<string> {
  const entries: Dir | null = await nullIfMissing(opendir(folder));
  if (!entries) return;
  for await (const entry of entries) {
    if (entry.isDirectory()) yield* listFiles(path.join(folder, entry.name), `${prefix}${entry.name}/`);
    else yield `${prefix}${entry.name}`;
  }
}

async function sweepTemporaryFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const status = await nullIfMissing(stat(file));
    if (status && Date.now() - status.mtimeMs > temporaryFileAgeMaxMs) await rm(file, { force: true });
  }
}

async function nullIfMissing<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
