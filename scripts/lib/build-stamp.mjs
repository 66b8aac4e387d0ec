import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What `next build` reads: these folders, and the files of the project's root that match the pattern. */
const inputFolders = ["app", "components", "lib", "public"];
const inputRootFiles =
  /^((next|postcss|tailwind)\.config\.\w+|(proxy|instrumentation|instrumentation-client|mdx-components)\.tsx?|(tsconfig|package|package-lock)\.json)$/;
const notAnInput = /\.test\.[cm]?[jt]sx?$/;

const stampPath = join(".next", "safelight-build.json");

/**
 * A hash over the names and contents of every file that goes into a build.
 * @param {string} folder the project's folder
 */
export function hashBuildInputs(folder) {
  const hash = createHash("sha256");
  for (const path of listBuildInputs(folder)) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Whether the folder holds a finished build of its present files.
 * @param {string} folder
 */
export function isBuildCurrent(folder) {
  const path = join(folder, stampPath);
  if (!existsSync(path) || !existsSync(join(folder, ".next", "BUILD_ID"))) return false;
  return JSON.parse(readFileSync(path, "utf8")).inputs === hashBuildInputs(folder);
}

/**
 * Marks the build as finished. `inputs` is the hash from before it began, so that an edit made meanwhile counts.
 * @param {string} folder
 * @param {string} inputs
 */
export function writeBuildStamp(folder, inputs) {
  const path = join(folder, stampPath);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ inputs })}\n`);
}

/**
 * Marks the build as unfinished.
 * @param {string} folder
 */
export function removeBuildStamp(folder) {
  rmSync(join(folder, stampPath), { force: true });
}

/** @param {string} folder */
function listBuildInputs(folder) {
  const rootFiles = readdirSync(folder).filter((name) => inputRootFiles.test(name));
  const nested = inputFolders.flatMap((name) => listFiles(folder, name));
  return [...rootFiles, ...nested].filter((path) => !notAnInput.test(path)).sort();
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]} paths relative to `folder`
 */
function listFiles(folder, name) {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name), { withFileTypes: true }).flatMap((entry) => {
    const path = join(name, entry.name);
    if (entry.isDirectory()) return listFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
