/**
 * Serves the finished build on HOST and PORT. Next runs in this very process, so that no child can be left behind.
 * The studio hears signals itself (lib/server/start-studio.ts): it ends the process when what is under way has ended.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { addressUrl, readAddress, requireFreeAddress } from "./lib/address.mjs";
import { fail } from "./lib/fail.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";

requireProjectNode();
const address = readAddress(process.env);
await requireFreeAddress(address);
if (!existsSync(join(root, ".next", "BUILD_ID"))) fail("There is no build yet: npm start makes one.");

process.env.NODE_ENV = "production";
process.env.NEXT_RUNTIME = "nodejs";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// Next would end the process as soon as no connection is open, though pictures are still being stored.
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

const { nextStart } = await import("next/dist/cli/next-start.js");
await nextStart({ hostname: address.host, port: address.port }, root);

const url = addressUrl(address);
const answer = await fetch(url).then(
  ({ ok, status }) => (ok ? undefined : `answers ${status}`),
  () => "does not answer",
);
console.log(
  answer ? `Safelight listens on ${url}, but its first page ${answer}.` : `Safelight is ready: ${url}`,
);
