import "server-only";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

declare global {
  // Next evaluates a module once a bundle; what kills the process kills it from each.
  var safelightDecodeAttempts: string | undefined;
}

/** A process can be killed over any picture, by chance; not so often over one. */
const ATTEMPTS_MAX = 4;

/**
 * Remembers on the disk which pictures are being decoded: what is found there at the next attempt is a picture over
 * which the process died. It is not synced, since only deaths of the process count.
 * @param folder of this machine alone; made when missing
 */
export function rememberAttemptsIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  globalThis.safelightDecodeAttempts = folder;
}

/** @throws Error when the process died over these bytes too often */
export function attemptOf(bytes: Uint8Array): { end(): void } {
  const folder = globalThis.safelightDecodeAttempts;
  if (folder === undefined) return { end() {} };
  const file = path.join(folder, createHash("sha256").update(bytes).digest("hex"));
  const attempts = readAttempts(file);
  if (attempts >= ATTEMPTS_MAX) throw new Error("The studio stopped each time it decoded this picture.");
  write(file, attempts + 1);
  return { end: () => rmSync(file, { force: true }) };
}

function readAttempts(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

/** A full disk must not cost a picture its tile. */
function write(file: string, attempts: number): void {
  try {
    writeFileSync(file, String(attempts), { mode: 0o600 });
  } catch {
    return;
  }
}
