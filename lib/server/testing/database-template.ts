import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startProcess } from "./test-process";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder with an empty database, to be copied: making one takes seconds, a copy none. */
    databaseTemplate: string;
  }
}

/** For tests, before the first of a run. */
export async function setup({ provide }: TestProject) {
  // In memory where there is such a place: what syncing to a disk costs is tested elsewhere.
  const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = await mkdtemp(path.join(place, "studio-template-"));
  const [code] = await once(startProcess("./make-template.ts", [folder]), "exit");
  if (code !== 0) throw new Error("The database of the tests could not be made.");
  provide("databaseTemplate", folder);
  return () => rm(folder, { recursive: true, force: true });
}
