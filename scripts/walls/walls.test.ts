import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_ROOMS, DOMAIN_ROOMS, FEATURES, SERVER_ROOMS } from "./rooms";
import { refuseCircles } from "./walls";

const root = join(import.meta.dirname, "..", "..");

test.each([
  ["lib/server", [...Object.keys(SERVER_ROOMS), "testing"]],
  ["lib/client", [...Object.keys(CLIENT_ROOMS), "testing"]],
  ["lib/domain", Object.keys(DOMAIN_ROOMS)],
  ["components", [...FEATURES, "ui"]],
])("every folder of %s is a room with walls", (base, rooms) => {
  const folders = readdirSync(join(root, base), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
});

test("two rooms that may import each other are refused, around a corner too", () => {
  const room = (...imports: string[]) => ({ is: "", imports });
  expect(() => refuseCircles("x", { a: room("b"), b: room("a") })).toThrow("a → b → a");
  expect(() => refuseCircles("x", { a: room("b"), b: room("c"), c: room("a") })).toThrow("a → b → c → a");
  expect(() => refuseCircles("x", { a: room("gone") })).toThrow("gone, which is no room");
});
