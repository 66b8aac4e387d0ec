import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "./figures";

test.each([
  [0, "0 bytes"],
  [820, "820 bytes"],
  [48_200, "48 KB"],
  [1_437_000, "1.4 MB"],
])("writes %d bytes as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [840, "0.8 s"],
  [14_200, "14 s"],
  [125_000, "2 min 5 s"],
])("writes %d ms as %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
