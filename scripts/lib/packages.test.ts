import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { whyInstall } from "./packages.mjs";

const dependencies = { sharp: "1.0.0" };
const sharp = { version: "1.0.0", integrity: "sha512-a" };
const otherPlatform = { version: "1.0.0", integrity: "sha512-b", optional: true };

let folder: string;

function write(name: string, content: unknown) {
  writeFileSync(join(folder, name), JSON.stringify(content));
}

function writeInstalled(packages: Record<string, unknown>) {
  write("node_modules/.package-lock.json", { packages });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packages-"));
  mkdirSync(join(folder, "node_modules"));
  write("package.json", { dependencies });
  write("package-lock.json", {
    packages: { "": { dependencies }, "node_modules/sharp": sharp, "node_modules/sharp-win": otherPlatform },
  });
  writeInstalled({ "node_modules/sharp": sharp });
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("whyInstall", () => {
  test("asks for nothing when all but other platforms' packages are there", () => {
    expect(whyInstall(folder)).toBeUndefined();
  });

  test("asks for an install when none was ever finished", () => {
    rmSync(join(folder, "node_modules/.package-lock.json"));
    expect(whyInstall(folder)).toBe("first start");
  });

  test.each([
    ["missing", {}],
    ["of another version", { "node_modules/sharp": { ...sharp, version: "1.0.1" } }],
    ["of other content", { "node_modules/sharp": { ...sharp, integrity: "sha512-c" } }],
  ])("asks for an install when a package is %s", (_, installed) => {
    writeInstalled(installed);
    expect(whyInstall(folder)).toBe("packages have changed");
  });

  test("asks for an install when package.json and its lock disagree, so that npm can say so", () => {
    write("package.json", { dependencies: { sharp: "2.0.0" } });
    expect(whyInstall(folder)).toBe("package.json has changed");
  });
});
