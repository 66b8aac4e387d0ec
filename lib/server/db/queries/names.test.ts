import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Whose a row is: what a query is scoped by. */
const OWNERS = /\b(viewerId|share|shareId|sessionId|tokenId|tokenHash|cookieHash)\b/;

/** Exported queries with what stands between their brackets. */
function queries(): { name: string; params: string }[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = readFileSync(join(import.meta.dirname, file), "utf8");
      return [...source.matchAll(/^export (?:async )?function (\w+)\(([\s\S]*?)\)(?:: [^{]*)? \{$/gm)];
    })
    .map(([, name = "", params = ""]) => ({ name, params }));
}

test("what finds a row is scoped by whose it is", () => {
  const finders = queries().filter(({ name }) => name.startsWith("find"));
  expect(finders.length).toBeGreaterThan(10);
  expect(finders.filter(({ params }) => !OWNERS.test(params)).map(({ name }) => name)).toEqual([]);
});

test("what reads a row by its id alone does not call itself a finder, nor the other way round", () => {
  const readers = queries().filter(
    ({ name, params }) => name.startsWith("read") && /\bid: string\b/.test(params),
  );
  expect(readers.length).toBeGreaterThan(5);
  expect(readers.filter(({ params }) => OWNERS.test(params)).map(({ name }) => name)).toEqual([]);
});
