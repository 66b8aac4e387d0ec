import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashBuildInputs, isBuildCurrent, removeBuildStamp, writeBuildStamp } from "./build-stamp.mjs";

let folder: string;

function write(path: string, content = "") {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-stamp-"));
  write("app/page.tsx", "one");
  write("package.json", "{}");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("hashBuildInputs", () => {
  test.each([
    "app/page.tsx",
    "app/new/page.tsx",
    "components/ui/button.tsx",
    "lib/server/db/migrations/0001.sql",
    "public/icon.svg",
    "next.config.ts",
    "proxy.ts",
    "instrumentation.ts",
    "package-lock.json",
    "tsconfig.json",
  ])("changes with %s", (path) => {
    const before = hashBuildInputs(folder);
    write(path, "two");
    expect(hashBuildInputs(folder)).not.toBe(before);
  });

  test.each([
    "lib/domain/cost.test.ts",
    "docs/models.md",
    "e2e/home.spec.ts",
    ".data/image",
    "next-env.d.ts",
  ])("does not change with %s", (path) => {
    const before = hashBuildInputs(folder);
    write(path, "two");
    expect(hashBuildInputs(folder)).toBe(before);
  });

  test("changes when a file is renamed or removed", () => {
    const before = hashBuildInputs(folder);
    rmSync(join(folder, "app/page.tsx"));
    const without = hashBuildInputs(folder);
    write("app/other.tsx", "one");
    expect(new Set([before, without, hashBuildInputs(folder)]).size).toBe(3);
  });
});

describe("isBuildCurrent", () => {
  test("holds from a finished build until the next edit or the next build", () => {
    expect(isBuildCurrent(folder)).toBe(false);
    write(".next/BUILD_ID", "id");
    expect(isBuildCurrent(folder)).toBe(false);
    writeBuildStamp(folder, hashBuildInputs(folder));
    expect(isBuildCurrent(folder)).toBe(true);
    write("app/page.tsx", "two");
    expect(isBuildCurrent(folder)).toBe(false);
    write("app/page.tsx", "one");
    expect(isBuildCurrent(folder)).toBe(true);
    removeBuildStamp(folder);
    expect(isBuildCurrent(folder)).toBe(false);
  });
});
