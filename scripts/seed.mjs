/**
 * Fills the studio's data folder with made-up sessions, to try it at size:
 * npm run seed -- --images 100000 [--in-one 10000]. The studio must not be running.
 */
import { parseArgs } from "node:util";
import "./lib/register-alias.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";

requireProjectNode();
const { values } = parseArgs({
  options: {
    images: { type: "string", default: "1000" },
    /** How many of them in the newest session. */
    "in-one": { type: "string" },
  },
});
const images = Number(values.images);
const inOne = Number(values["in-one"] ?? Math.ceil(images / 10));
const { seedStudio } = await import("./seed/seed-studio.ts");
const startedAt = Date.now();
await seedStudio({
  images,
  inOne,
  onProgress: (done) => process.stdout.write(`\r${done} of ${images} pictures`),
});
console.log(`\nSeeded in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
