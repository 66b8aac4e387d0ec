import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { fail } from "./fail.mjs";
import { projectNodeMajor } from "./require-node.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** The Node that comes with the packages. */
export const projectNode = join(root, "node_modules", ".bin", "node");

/** Written by npm as the last step of an install: what it really put into node_modules. */
const installedLockPath = join("node_modules", ".package-lock.json");

/** Makes sure that the packages of package-lock.json are installed and that the project's Node runs. */
export async function ensurePackages() {
  const reason = whyInstall(root);
  if (reason) {
    console.log(`Installing packages (${reason}, about 30 s)`);
    // npm removes the folder file by file: an interrupted install must not pass for a finished one.
    rmSync(join(root, installedLockPath), { force: true });
    const code = await npm("ci", "--include=dev", "--loglevel=error");
    if (code !== 0)
      fail("", `The packages could not be installed: npm ci ended with code ${code}, see above.`);
  }
  if (projectNodeRuns()) return;
  console.log(
    `Node ${projectNodeMajor} is missing from node_modules (install scripts were skipped): fetching it`,
  );
  await npm("rebuild", "node", "--loglevel=error");
  if (projectNodeRuns()) return;
  fail(
    `Node ${projectNodeMajor} could not be put into node_modules: its install script did not run.`,
    "Allow it once: npm rebuild node --ignore-scripts=false",
  );
}

/**
 * Why an install is needed, or nothing when node_modules holds what package-lock.json says.
 * @param {string} folder the project's folder
 * @returns {string | undefined}
 */
export function whyInstall(folder) {
  const installed = readJson(join(folder, installedLockPath));
  if (!installed) return "first start";
  const manifest = readJson(join(folder, "package.json"));
  const lock = readJson(join(folder, "package-lock.json"));
  if (!lock) return "package-lock.json is missing";
  for (const field of ["dependencies", "devDependencies"]) {
    if (!sameEntries(manifest[field], lock.packages[""][field])) return "package.json has changed";
  }
  for (const [path, wanted] of Object.entries(lock.packages)) {
    const found = installed.packages[path];
    // Packages for other platforms are optional and rightly absent.
    const absent = !found && (path === "" || wanted.optional);
    if (absent) continue;
    if (found?.version !== wanted.version || found.integrity !== wanted.integrity)
      return "packages have changed";
  }
  return undefined;
}

/** @param {string} path */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/**
 * @param {Record<string, string>} [a]
 * @param {Record<string, string>} [b]
 */
function sameEntries(a = {}, b = {}) {
  return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key]);
}

function projectNodeRuns() {
  const { stdout } = spawnSync(projectNode, ["--version"], { encoding: "utf8" });
  return Number.parseInt(String(stdout).slice(1), 10) >= projectNodeMajor;
}

/**
 * Runs npm under the machine's own Node: the one in node_modules is removed by `npm ci` while it works.
 * @param {...string} args
 */
function npm(...args) {
  const binFolder = join("node_modules", ".bin");
  const folders = (process.env.PATH ?? "").split(delimiter);
  const path = folders.filter((folder) => !folder.endsWith(sep + binFolder)).join(delimiter);
  return run("npm", args, { ...process.env, PATH: path });
}
