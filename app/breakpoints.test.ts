import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FROM_DESK, FROM_WIDE } from "@/lib/client/layout/breakpoints";

test("are those of the style sheet", () => {
  const styles = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
  const widths = [...styles.matchAll(/--breakpoint-(\w+): (\w+);/g)].map(([, name, width]) => [name, width]);
  expect(widths.map(([name, width]) => [name, `(min-width: ${width})`])).toEqual([
    ["desk", FROM_DESK],
    ["wide", FROM_WIDE],
  ]);
});
