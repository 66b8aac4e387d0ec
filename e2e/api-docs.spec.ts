import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { makeToken } from "./support/api-token";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "..");

test("the examples of docs/api.md run as they stand", async ({ studio }) => {
  const { secret } = await makeToken(studio.url);
  const folder = await mkdtemp(join(tmpdir(), "safelight-docs-"));
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const options = { cwd: folder, env: { ...process.env, SAFELIGHT_TOKEN: secret } };
  const scripts = await blocksOf("js", studio.url);
  expect(scripts.length).toBeGreaterThan(2);
  const said: string[] = [];
  for (const [index, script] of scripts.entries()) {
    await writeFile(join(folder, `${index}.mjs`), script);
    said.push((await run(process.execPath, [`${index}.mjs`], options)).stdout);
  }
  expect(said.join("")).toContain(`${studio.url}/v1/images/files/`);
  const made = (await readdir(folder)).filter((name) => /\.(png|webp)$/.test(name)).sort();
  expect(made).toEqual(["fox-0.png", "fox-1.png", "fox.png", "lighthouse.webp"]);
  const [curl = ""] = (await blocksOf("sh", studio.url)).filter((block) => block.startsWith("curl"));
  const answer = JSON.parse((await run("sh", ["-c", curl], options)).stdout);
  expect(answer.data).toHaveLength(1);
  await rm(folder, { recursive: true });
});

/** The code blocks of a language, asking this studio. */
async function blocksOf(language: string, studioUrl: string): Promise<string[]> {
  const page = await readFile(join(ROOT, "docs/api.md"), "utf8");
  const blocks = page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"));
  return Array.from(blocks, ([, block = ""]) => block.replaceAll("http://127.0.0.1:3000", studioUrl));
}
