import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../../scripts/images-api.mjs", import.meta.url));

function start(...flags: string[]) {
  return spawn(process.execPath, [script, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
}

test("serves the API from a plain Node process, with its key", async () => {
  const child = start("--port", "0", "--key", "sk-test", "--pace", "0");
  try {
    const line = await Promise.race([once(child.stdout, "data"), text(child.stderr)]);
    const url = /http:\S+/.exec(String(line))?.[0] ?? "";
    const headers = { authorization: "Bearer sk-test" };
    expect((await fetch(`${url}/models`)).status).toBe(401);
    expect((await fetch(`${url}/models`, { headers })).status).toBe(200);
  } finally {
    child.kill();
    await once(child, "exit");
  }
});

test.each([
  [["--port", "many"], "--port must be a whole number"],
  [["--fault", "x"], "Usage:"],
])("says what is wrong with %j", async (flags, message) => {
  const child = start(...flags);
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(complaint).toContain(message);
  expect(code).toBe(1);
});
