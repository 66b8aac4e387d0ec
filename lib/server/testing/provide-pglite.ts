import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./make-template-apart";
import "./provided-database";
import { makeTestFolder } from "./test-folder";

/** Before the first test of a run: the embedded database, which each file copies. */
export async function setup({ provide }: TestProject) {
  const folder = await makeTestFolder("template");
  await makeTemplate(folder);
  provide("testDatabase", { kind: "pglite", folder });
  return () => rm(folder, { recursive: true, force: true });
}
