/**
 * The Images API on 127.0.0.1 with faults on demand, for trying the studio against it:
 * npm run images-api -- [--port 4010] [--key sk-test] [--pace 300]
 */
import { parseArgs } from "node:util";
import { fail } from "./lib/fail.mjs";
import "./lib/register-alias.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";

requireProjectNode();
const { port, key, pace } = readFlags();
const { startImagesApi } = await import("../e2e/images-api/server.ts");

try {
  const server = await startImagesApi({ port, paceMs: pace, ...(key && { requireKey: key }) });
  console.log(`The Images API listens: OPENAI_BASE_URL=${server.url}/v1`);
  console.log("Calls: GET /_calls. Faults: [fault:NAME] in a prompt, or POST /_faults with their names.");
  console.log("Event by event: POST /_holds with a part of the prompt as match, then POST /_holds/next.");
} catch (error) {
  fail(`Cannot listen on port ${port}: ${error.message}`);
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4010" },
        key: { type: "string" },
        pace: { type: "string", default: "300" },
      },
    });
    return {
      key: values.key,
      port: wholeNumber("port", values.port),
      pace: wholeNumber("pace", values.pace),
    };
  } catch (error) {
    return fail(error.message, "Usage: npm run images-api -- [--port 4010] [--key sk-test] [--pace 300]");
  }
}

/** A number from 0 on, or an error that names the flag. */
function wholeNumber(name, text) {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number: ${text}`);
}
