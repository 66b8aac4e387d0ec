import "server-only";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { syncFolderToDisk, syncToDisk, syncTreeToDisk } from "@/lib/server/storage/sync-to-disk";
import { durableStartParams, FsyncFS } from "./fsync-fs";

/** Told in PostgreSQL's own words. From then on the database answers nothing, and a query may never return. */
export type OnPanic = (message: string) => void;

/** The embedded database did not start; the message says why in PostgreSQL's own words. */
export class PgliteStartError extends Error {
  override name = "PgliteStartError";
}

/**
 * Starts PGlite on a folder, which is made when missing. A first start writes a thousand files before the journal
 * protects them: a mark beside the folder says that it is not finished, so that the start after a crash or a power
 * cut begins again instead of opening a part.
 */
export async function startPglite(folder: string, onPanic: OnPanic): Promise<PGlite> {
  const unfinishedMark = `${folder}.unfinished`;
  if (existsSync(unfinishedMark)) await rm(folder, { recursive: true, force: true });
  if (existsSync(folder)) return await createPglite(folder, onPanic);

  await writeFile(unfinishedMark, "");
  await syncToDisk(unfinishedMark);
  await syncFolderToDisk(path.dirname(folder));
  const pglite = await createPglite(folder, onPanic);
  await syncTreeToDisk(folder);
  await rm(unfinishedMark);
  await syncFolderToDisk(path.dirname(folder));
  return pglite;
}

async function createPglite(folder: string, onPanic: OnPanic): Promise<PGlite> {
  let fatal = "";
  // The log is the one place where PGlite says why it did not start, and that it is about to stop.
  function readLog(line: string): boolean {
    const [, severity, message] = /\b(FATAL|PANIC): +(.*)/.exec(line) ?? [];
    if (message !== undefined) fatal = message;
    if (severity === "PANIC") onPanic(fatal);
    return false;
  }
  try {
    const fs = new FsyncFS(folder);
    return await PGlite.create({ fs, startParams: [...durableStartParams], onStderr: readLog });
  } catch (cause) {
    if (fatal === "") throw cause;
    throw new PgliteStartError(`The database in ${folder} did not start: ${fatal}`, { cause });
  }
}
