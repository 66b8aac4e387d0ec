import "server-only";
import { randomUUID } from "node:crypto";
import type { Dir } from "node:fs";
import { mkdir, open, opendir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { sniffContentType, sniffedBytesMax } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { folderMode, replaceFile } from "./durable-file";
import { fileStream } from "./file-stream";
import { assertStorageKey, assertStoragePrefix } from "./storage-key";

/** No write takes this long, so an older temporary file was left by a crash and not by a neighbour at work. */
const temporaryFileAgeMaxMs = 60 * 60 * 1000;

/**
 * Storage in a folder: values as files under `<folder>/files`, named by their keys, and values being written under
 * `<folder>/temporary`. Several processes may share one folder.
 */
export async function openFilesystemStorage({ folder }: { folder: string }): Promise<Storage> {
  const filesFolder = path.resolve(folder, "files");
  const temporaryFolder = path.resolve(folder, "temporary");
  await mkdir(filesFolder, { recursive: true, mode: folderMode });
  await mkdir(temporaryFolder, { recursive: true, mode: folderMode });
  await sweepTemporaryFiles(temporaryFolder);

  function fileOf(key: string): string {
    assertStorageKey(key);
    return path.join(filesFolder, key);
  }

  return {
    async put(key, bytes, { durable }) {
      const temporaryFile = path.join(temporaryFolder, randomUUID());
      await replaceFile(fileOf(key), bytes, { root: filesFolder, temporaryFile, durable });
    },
    async get(key) {
      return nullIfMissing(readFile(fileOf(key)).then((bytes) => new Uint8Array(bytes)));
    },
    async open(key) {
      const handle = await nullIfMissing(open(fileOf(key), "r"));
      if (!handle) return null;
      try {
        const { size } = await handle.stat();
        const head = await handle.read(new Uint8Array(sniffedBytesMax), 0, sniffedBytesMax, 0);
        const contentType = sniffContentType(head.buffer.subarray(0, head.bytesRead));
        return { sizeBytes: size, contentType, stream: () => fileStream(handle) };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    async remove(prefix) {
      assertStoragePrefix(prefix);
      await rm(path.join(filesFolder, prefix), { recursive: true, force: true });
    },
    async *list(prefix) {
      if (prefix !== "") assertStoragePrefix(prefix);
      yield* listFiles(path.join(filesFolder, prefix), prefix);
    },
    async close() {},
  };
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
