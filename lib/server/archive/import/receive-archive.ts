import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/errors/app-error";
import { limited } from "@/lib/server/http/read-body";
import { fileMode, folderMode } from "@/lib/server/storage/durable-file";

/** No import takes this long, so an older file was left by a crash. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;

/** A file for as long as it is in use. */
export type ReceivedArchive = AsyncDisposable & { file: string };

/**
 * The body of a request in a file of the data folder, written as it comes and removed when the
 * holder lets go of it. What does not arrive whole leaves nothing.
 * @throws AppError payload_too_large, or storage_failed when the disk does not take it
 */
export async function receiveArchive(
  request: Request,
  { folder, sizeBytesMax }: { folder: string; sizeBytesMax: number },
): Promise<ReceivedArchive> {
  await mkdir(folder, { recursive: true, mode: folderMode });
  await sweepLeftovers(folder);
  const file = path.join(folder, `${randomUUID()}.zip`);
  const received = { file, [Symbol.asyncDispose]: () => rm(file, { force: true }) };
  try {
    await using handle = await open(file, "wx", fileMode);
    for await (const chunk of limited(request, sizeBytesMax))
      await handle.appendFile(chunk).catch(refuseDisk);
  } catch (error) {
    await received[Symbol.asyncDispose]();
    throw error;
  }
  return received;
}

function refuseDisk(cause: unknown): never {
  const message = "The studio's disk did not take the archive.";
  throw new AppError("storage_failed", { message, billed: "no", cause });
}

async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const status = await stat(file).catch(() => null);
    if (status && Date.now() - status.mtimeMs > LEFTOVER_AGE_MS) await rm(file, { force: true });
  }
}
