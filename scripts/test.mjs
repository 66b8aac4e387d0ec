/** Everything that must hold: `npm run check`, then the browser tests. Stops at the first failure, with its code. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./lib/browser.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";
import { playwrightCounts, summaryLine, vitestCounts } from "./lib/test-counts.mjs";

requireProjectNode();

// Relative, because the npm script splits its flags at spaces.
const reports = join("node_modules", ".cache", "safelight-tests");
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");
rmSync(join(root, reports), { recursive: true, force: true });
mkdirSync(join(root, reports), { recursive: true });

const env = {
  ...process.env,
  CHROMIUM_PATH: findBrowser(process.env),
  NEXT_TELEMETRY_DISABLED: "1",
  VITEST_FLAGS: `--reporter=default --reporter=json --outputFile.json=${vitestReport}`,
  PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, playwrightReport),
};

/** Those of `npm run check`, in its order, and the browser tests. */
const STEPS = [
  ...["lint", "types", "unused", "docs:check", "test:unit", "build"].map((name) => [name]),
  ["test:e2e", "--", "--reporter=list,json"],
];
let code = 0;
/** @type {string[]} */
const times = [];
const startedAt = performance.now();
for (const [name = "", ...args] of STEPS) {
  const before = performance.now();
  code = await run("npm", ["run", name, ...args], env);
  times.push(`${name} ${seconds(performance.now() - before)}`);
  if (code !== 0) break;
}
console.log(`\nTime: ${seconds(performance.now() - startedAt)} (${times.join(", ")})`);

const counts = [...readReport(vitestReport, vitestCounts), ...readReport(playwrightReport, playwrightCounts)];
console.log(`\n${summaryLine(counts, code === 0)}`);
process.exitCode = code;

/** @param {number} ms */
function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}

/**
 * The counts of a report, or none when the run ended before it was written.
 * @param {string} path
 * @param {(report: any) => import("./lib/test-counts.mjs").Counts} toCounts
 */
function readReport(path, toCounts) {
  const file = join(root, path);
  return existsSync(file) ? [toCounts(JSON.parse(readFileSync(file, "utf8")))] : [];
}
