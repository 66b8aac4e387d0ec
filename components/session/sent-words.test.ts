import { expect, test } from "vitest";
import { sentWords } from "./sent-words";

test.each([
  [0, 900, "0% of 900 bytes"],
  [0.424, 12_400, "42% of 12 KB"],
  [0.999, 30_140_000, "99% of 30.1 MB"],
  [0.5, 1_250_000_000, "50% of 1.3 GB"],
])("says how much of a file was sent: %d of %d bytes", (share, sizeBytes, words) => {
  expect(sentWords(share, sizeBytes)).toBe(words);
});
