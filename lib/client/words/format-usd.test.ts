import { expect, test } from "vitest";
import { formatUsd, formatUsdWith } from "./format-usd";

test.each([
  [0, "$0.00"],
  [0.000_004, "<$0.001"],
  [0.000_999, "<$0.001"],
  [0.001, "$0.001"],
  [0.008, "$0.008"],
  [0.01, "$0.01"],
  [12.5, "$12.50"],
])("shows %d dollars as %s", (usd, words) => {
  expect(formatUsd(usd)).toBe(words);
});

test("never shows an amount as nothing, and qualifies it once", () => {
  expect(formatUsdWith("about", 0.04)).toBe("about $0.04");
  expect(formatUsdWith("about", 0.0004)).toBe("<$0.001");
});
