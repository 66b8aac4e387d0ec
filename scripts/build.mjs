/** Builds the app, and marks the build as finished so that `npm start` need not repeat it. */
import { join } from "node:path";
import { hashBuildInputs, removeBuildStamp, writeBuildStamp } from "./lib/build-stamp.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

requireProjectNode();
const inputs = hashBuildInputs(root);
removeBuildStamp(root);
// Two builds at once: Next holds a lock on .next and ends the second one with a message.
const code = await run(
  process.execPath,
  [join(root, "node_modules", "next", "dist", "bin", "next"), "build"],
  {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  },
);
if (code === 0) writeBuildStamp(root, inputs);
process.exitCode = code;
