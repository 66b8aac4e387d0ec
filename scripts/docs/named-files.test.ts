import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/glossary.md",
  "docs/decisions/0014-rooms-with-walls.md",
];
const FOLDERS = "app|bench|components|docs|e2e|lib|public|scripts";

/** What a page names in backticks as a file or folder of the project, but for patterns such as `app/…/route.ts`. */
function namedFiles(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = ""]) => name);
  return named.filter((name) => new RegExp(`^(?:${FOLDERS})/[\\w./[\\]-]+$`).test(name));
}

test.each(PAGES)("what %s names is there", (page) => {
  const names = namedFiles(page);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});
