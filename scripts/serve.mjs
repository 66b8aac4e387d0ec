/**
 * Serves the finished build on HOST and PORT. Next runs in this very process, so that no child can be left behind:
 * a signal closes the server, and ends the process after a few seconds whatever is still open.
 */
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { addressUrl, readAddress, requireFreeAddress } from "./lib/address.mjs";
import { fail } from "./lib/fail.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";

const forcedEndMs = 4000;

requireProjectNode();
const address = readAddress(process.env);
await requireFreeAddress(address);
if (!existsSync(join(root, ".next", "BUILD_ID"))) fail("There is no build yet: npm start makes one.");

process.env.NODE_ENV = "production";
process.env.NEXT_RUNTIME = "nodejs";
process.env.NEXT_TELEMETRY_DISABLED = "1";

const { nextStart } = await import("next/dist/cli/next-start.js");
for (const signal of ["SIGINT", "SIGTERM"]) {
  // Next waits for open responses without limit; this is the limit.
  process.once(signal, () => {
    setTimeout(() => process.exit(128 + constants.signals[signal]), forcedEndMs).unref();
  });
}
await nextStart({ hostname: address.host, port: address.port }, root);

const url = addressUrl(address);
const answer = await fetch(url).then(
  ({ ok, status }) => (ok ? undefined : `answers ${status}`),
  () => "does not answer",
);
console.log(
  answer ? `Safelight listens on ${url}, but its first page ${answer}.` : `Safelight is ready: ${url}`,
);
