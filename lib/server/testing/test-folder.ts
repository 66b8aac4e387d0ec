import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Beginnings of the names of all folders that test runs make for their databases. */
export const testFolderPrefix = "safelight-test-";

/** In memory where there is such a place: what syncing to a disk costs is tested elsewhere. */
export const testFolderPlace = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A new folder for the data of a database, for its owner alone. */
export function makeTestFolder(name: string): Promise<string> {
  return mkdtemp(path.join(testFolderPlace, `${testFolderPrefix}${name}-`));
}
