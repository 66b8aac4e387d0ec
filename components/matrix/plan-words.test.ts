import { expect, test } from "vitest";
import { capOf, cellWords, sendWords } from "./plan-words";

const totals = { lowerUsd: 0.48, upperUsd: 0.48, cellCount: 12, imageCount: 12, unpricedCount: 0 };

test("says how many pictures and about how much", () => {
  expect(sendWords(totals, false)).toBe("Generate 12 pictures, about $0.48");
  expect(sendWords({ ...totals, imageCount: 1, lowerUsd: 0.01 }, false)).toBe(
    "Generate 1 picture, $0.01 to $0.48",
  );
  expect(sendWords({ ...totals, unpricedCount: 2 }, false)).toBe(
    "Generate 12 pictures, about $0.48 and 2 unpriced",
  );
  expect(sendWords(totals, true)).toBe("Generate 12 pictures, free");
});

test("never shows a missing estimate as nothing", () => {
  expect(cellWords(null, false)).toBe("No estimate");
  expect(cellWords({ lowerUsd: 0.006, upperUsd: 0.4 }, false)).toBe("$0.006 to $0.40");
  expect(cellWords({ lowerUsd: 0.04, upperUsd: 0.04 }, false)).toBe("$0.04");
  expect(sendWords({ ...totals, lowerUsd: 0, upperUsd: 0, unpricedCount: 12 }, false)).toContain(
    "cost not known",
  );
});

test("reads a cap with either sign, none where nothing stands, and tells what is no amount", () => {
  expect(capOf("0.5")).toBe(0.5);
  expect(capOf("0,5")).toBe(0.5);
  expect(capOf(" ")).toBeNull();
  expect(capOf("-1")).toBeUndefined();
  expect(capOf("a lot")).toBeUndefined();
});
