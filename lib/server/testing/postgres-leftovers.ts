import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { testFolderPlace, testFolderPrefix } from "./test-folder";

/** Ends the servers of runs that were killed, and removes their data. Other runs of now are left alone. */
export function removeLeftovers(): void {
  for (const name of readdirSync(testFolderPlace)) {
    if (!name.startsWith(`${testFolderPrefix}postgres-`)) continue;
    const folder = path.join(testFolderPlace, name);
    const owner = numberIn(path.join(folder, "owner"));
    if (owner === null || isAlive(owner)) continue;
    const server = numberIn(path.join(folder, "data", "postmaster.pid"));
    if (server !== null && isAlive(server)) process.kill(server, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first line of a file as a number above 0; null where there is none, or the file is another user's. */
function numberIn(file: string): number | null {
  try {
    const number = Number.parseInt(readFileSync(file, "utf8"), 10);
    return number > 0 ? number : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
