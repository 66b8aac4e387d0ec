import "server-only";
import { randomBytes } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import type { Storage } from "@/lib/server/ports/storage";
import { fileMode } from "./durable-file";

const CHUNK_BYTES = 1024 * 1024;

/** Room on the disk that is set aside, and given up when it is full: for the pictures that are under way then. */
export type Reserve = ReturnType<typeof openReserve>;

export function openReserve({ file, sizeBytes }: { file: string; sizeBytes: number }) {
  let making: Promise<void> | null = null;

  async function make(): Promise<void> {
    if ((await sizeOf(file)) >= sizeBytes) return;
    const unfinished = `${file}.unfinished`;
    try {
      await using handle = await open(unfinished, "w", fileMode);
      // Not zeros: a file system that compresses would set nothing aside.
      for (let done = 0; done < sizeBytes; done += CHUNK_BYTES)
        await handle.writeFile(randomBytes(Math.min(CHUNK_BYTES, sizeBytes - done)));
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  return {
    sizeBytes,
    /** Sets the room aside, unless it is. */
    async restore(): Promise<void> {
      making ??= make().finally(() => {
        making = null;
      });
      await making;
    },
    /** Gives the room up. False: there was none. */
    async release(): Promise<boolean> {
      const was = await sizeOf(file);
      await rm(file, { force: true });
      return was > 0;
    },
  };
}

/** The same storage; a write that finds the disk full is done once more in the room that was set aside. */
export function withReserve(storage: Storage, reserve: Pick<Reserve, "release">): Storage {
  return {
    ...storage,
    async put(key, bytes, options) {
      try {
        await storage.put(key, bytes, options);
      } catch (error) {
        if (!isFull(error) || !(await reserve.release())) throw error;
        await storage.put(key, bytes, options);
      }
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
