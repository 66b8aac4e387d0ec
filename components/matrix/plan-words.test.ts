import { expect, test } from "vitest";
import { capOf, cellWords, sendWords } from "./plan-words";

const totals = { usd: 0.48, upTo: false, cellCount: 12, imageCount: 12, unpricedCount: 0 };

test("says how many pictures and about how much", () => {
  expect(sendWords(totals, false)).toBe("Generate 12 pictures, about $0.48");
  expect(sendWords({ ...totals, imageCount: 1, upTo: true }, false)).toBe("Generate 1 picture, up to $0.48");
  expect(sendWords({ ...totals, unpricedCount: 2 }, false)).toBe(
    "Generate 12 pictures, about $0.48 and 2 unpriced",
  );
  expect(sendWords(totals, true)).toBe("Generate 12 pictures, free");
});

test("never shows a missing estimate as nothing", () => {
  expect(cellWords(null, false)).toBe("No estimate");
  expect(sendWords({ ...totals, usd: 0, unpricedCount: 12 }, false)).toContain("cost not known");
});

test("reads a cap with either sign, none where nothing stands, and tells what is no amount", () => {
  expect(capOf("0.5")).toBe(0.5);
  expect(capOf("0,5")).toBe(0.5);
  expect(capOf(" ")).toBeNull();
  expect(capOf("-1")).toBeUndefined();
  expect(capOf("a lot")).toBeUndefined();
});
