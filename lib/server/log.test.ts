import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { createLog } from "./log";

function logged(fields: Record<string, unknown>): string {
  const lines: string[] = [];
  createLog((line) => lines.push(line)).warn("call-failed", fields);
  expect(lines).toHaveLength(1);
  return lines.join("");
}

test("writes one JSON object a line, whatever is in it", () => {
  const line = logged({ text: "two\nlines", count: 2 });
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(JSON.parse(line)).toMatchObject({
    level: "warn",
    event: "call-failed",
    text: "two\nlines",
    count: 2,
  });
});

test("names an error and its causes, and repeats none of their words", () => {
  const system = Object.assign(new Error("connect to sk-secret"), { code: "ECONNRESET" });
  const foreign = Object.assign(new Error("sk-secret", { cause: system }), { code: "sk-secret" });
  const line = logged({ error: new AppError("connection_lost", { cause: foreign }) });
  expect(line).toContain("connection_lost: The connection to the provider was lost");
  expect(line).toContain("(Error (Error ECONNRESET))");
  expect(line).not.toContain("sk-secret");
});

test("says where a fault of the studio's own came from, not what it quotes", () => {
  const line = logged({ error: new TypeError("query failed: insert 'a private prompt'") });
  expect(line).toContain("TypeError");
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("private prompt");
});
