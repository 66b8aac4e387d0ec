/**
 * Tokens for programs, also while the studio runs:
 * npm run token -- create NAME [--limit 20] | list | revoke NAME
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { fail } from "./lib/fail.mjs";
import "./lib/register-alias.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";

const USAGE = "Usage: npm run token -- create NAME [--limit DOLLARS] | list | revoke NAME";

requireProjectNode();
// As Next reads them for the studio itself: what is set already stays, the first file that names a variable wins.
for (const file of [".env.production.local", ".env.local", ".env.production", ".env"]) {
  if (existsSync(file)) process.loadEnvFile(file);
}
const { command, name, limit } = readCommand();
const { runTokenCommand } = await import("./token/run-token-command.ts");
try {
  const { shown, said } = await runTokenCommand({ command, name, limit });
  if (said) console.error(said);
  if (shown) console.log(shown);
} catch (error) {
  fail(error.message);
}

function readCommand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { limit: { type: "string" } },
    });
    const [command, ...names] = positionals;
    const name = names.join(" ");
    const limit = values.limit === undefined ? null : Number(values.limit);
    const isKnown = command === "list" || command === "create" || command === "revoke";
    if (!isKnown || (command === "list") !== (name === "")) return fail(USAGE);
    if (limit !== null && !(limit >= 0)) return fail("--limit must be an amount in dollars, such as 20.");
    return { command, name, limit };
  } catch (error) {
    return fail(error.message, USAGE);
  }
}
