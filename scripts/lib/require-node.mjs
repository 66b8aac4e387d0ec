import { fail } from "./fail.mjs";

/** The major version of Node that builds, serves and tests the project: the `node` package among its dependencies. */
export const projectNodeMajor = 24;

/**
 * Ends the process with a clear message when it runs under an older Node than `major`.
 * @param {number} major
 * @param {string} remedy one sentence that says how to mend it
 */
export function requireNode(major, remedy) {
  if (Number.parseInt(process.versions.node, 10) >= major) return;
  fail(`Safelight needs Node ${major} or newer here, and this is Node ${process.versions.node}.`, remedy);
}

/** The guard of everything that runs after the install. */
export function requireProjectNode() {
  requireNode(
    projectNodeMajor,
    "Start it through npm (npm start, npm test, npm run build), which brings its own Node.",
  );
}
