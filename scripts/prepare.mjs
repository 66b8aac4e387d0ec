/**
 * Makes a clone ready to run: packages always; with --build a build of the present files; with --browser a browser
 * for the tests. Runs under the machine's own Node, with nothing installed yet: built-in modules only.
 */
import { join } from "node:path";
import { readAddress, requireFreeAddress } from "./lib/address.mjs";
import { ensureBrowser } from "./lib/browser.mjs";
import { isBuildCurrent } from "./lib/build-stamp.mjs";
import { ensurePackages, projectNode } from "./lib/packages.mjs";
import { requireNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

requireNode(20, "Install a newer one, from nodejs.org or with your system's packages.");
const wanted = new Set(process.argv.slice(2));

// Before the long steps, so that a second `npm start` does not rebuild under a running one.
if (wanted.has("--build")) await requireFreeAddress(readAddress(process.env));

await ensurePackages();

if (wanted.has("--build") && !isBuildCurrent(root)) {
  console.log("Building (the files have no build yet, about 15 s)");
  const code = await run(projectNode, [join(root, "scripts", "build.mjs")]);
  if (code !== 0) process.exit(code);
}

if (wanted.has("--browser")) await ensureBrowser(process.env);
