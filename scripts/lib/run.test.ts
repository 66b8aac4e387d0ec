import { describe, expect, test } from "vitest";
import { run } from "./run.mjs";

describe("run", () => {
  test("resolves with the command's exit code", async () => {
    expect(await run(process.execPath, ["-e", "process.exit(7)"])).toBe(7);
  });

  test("reports a command that a signal ended as a shell does", async () => {
    expect(await run(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"])).toBe(137);
  });

  test("rejects for a command that does not exist", async () => {
    await expect(run("no-such-command", [])).rejects.toThrow("ENOENT");
  });
});
