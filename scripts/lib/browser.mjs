import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fail } from "./fail.mjs";
import { projectNode } from "./packages.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const folders = ["/usr/bin", "/snap/bin"];
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * The path of a Chromium that runs: CHROMIUM_PATH, the machine's own, or the one Playwright has installed.
 * Ends the process when CHROMIUM_PATH is set to something else.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findBrowser(env) {
  if (env.CHROMIUM_PATH) {
    if (browserRuns(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    fail(`CHROMIUM_PATH=${env.CHROMIUM_PATH} is not a browser that runs: correct it, or leave it out.`);
  }
  const everyFolder = [...folders, ...(env.PATH ?? "").split(delimiter)];
  const candidates = names.flatMap((name) => everyFolder.map((folder) => join(folder, name)));
  return [...candidates, macChrome, playwrightBrowser()].find(browserRuns);
}

/**
 * Makes sure that there is a browser for the tests: with apt-get where that is allowed, else through Playwright.
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureBrowser(env) {
  if (findBrowser(env)) return;
  const asRoot = rootPrefix();
  if (asRoot && existsSync("/usr/bin/apt-get")) {
    console.log("Installing a browser for the tests (apt-get install chromium)");
    const apt = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
    await runAll([...apt, "update"], [...apt, "install", "-y", "--no-install-recommends", "chromium"]);
    if (findBrowser(env)) return;
  }
  console.log("Installing a browser for the tests (playwright install chromium)");
  await runAll([projectNode, playwrightCli(), "install", "chromium"]);
  if (findBrowser(env)) return;
  fail(
    "The browser tests need a Chromium, and none could be found or installed. Any of these mends it:",
    "  apt-get install chromium               (Debian and its kin, as root)",
    "  npx playwright install chromium        (elsewhere; on Linux add --with-deps for its libraries)",
    "  CHROMIUM_PATH=/path/to/chrome npm test (a browser that is already there)",
  );
}

/** @param {string | undefined} path */
function browserRuns(path) {
  if (!path || !existsSync(path)) return false;
  // Ubuntu's chromium-browser without snap is a file that only says so: being there is not enough.
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

/** Where Playwright keeps its browser, installed or not. */
function playwrightBrowser() {
  return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
}

function playwrightCli() {
  return join(root, "node_modules", "@playwright", "test", "cli.js");
}

/** How to become root without a question, or nothing where that is not possible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : undefined;
}

/**
 * Runs commands one after another until one fails; the caller looks at the result, not at the codes.
 * @param {...string[]} commands
 */
async function runAll(...commands) {
  for (const [command = "", ...args] of commands) {
    if ((await run(command, args)) !== 0) return;
  }
}
