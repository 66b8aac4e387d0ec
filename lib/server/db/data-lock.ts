import "server-only";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Says that this process alone uses a data folder. */
export type DataLock = { release(): void };

/** Another process, or this one, has the data folder open already. */
export class DataFolderInUseError extends Error {
  override name = "DataFolderInUseError";
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is in use by another studio (${holder}). Stop that one first, ` +
        "or give this one a folder of its own: STUDIO_DATA_DIR=/some/other/folder.",
    );
  }
}

const lockFileName = "studio.lock";
/** Beside the lock, because closing the lock file after reading it would drop the lock of a holder in this process. */
const holderFileName = "studio.lock.txt";
/** https://www.sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

/**
 * Takes the folder for this process, until `release` or the end of the process, however it ends. The lock is the
 * operating system's, held through an SQLite transaction: Node has no other way to ask for one.
 * Throws a `DataFolderInUseError` naming the holder when the folder is taken, also by this process.
 */
export function takeDataLock(folder: string, { address }: { address?: string | undefined } = {}): DataLock {
  const database = new DatabaseSync(path.join(folder, lockFileName));
  const holderFile = path.join(folder, holderFileName);
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new DataFolderInUseError(folder, readHolder(holderFile));
    throw error;
  }
  const where = address === undefined ? [] : [`at ${address}`];
  const holder = [`pid ${process.pid}`, `started ${new Date().toISOString()}`, ...where].join(", ");
  writeFileSync(holderFile, `${holder}\n`, { mode: 0o600 });
  return {
    release() {
      rmSync(holderFile, { force: true });
      database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}

/** The holder writes its name just after it has the lock, so for a moment there may be none. */
function readHolder(holderFile: string): string {
  try {
    return readFileSync(holderFile, "utf8").trim();
  } catch {
    return "it is just starting";
  }
}
