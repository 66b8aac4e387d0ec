import { expect, test } from "vitest";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { estimateWords } from "./estimate-words";

const [priced] = modelTable().values();
const unpriced = fallbackModel("house-model");
if (!priced) throw new Error("The table is empty.");

test("says whether the estimate is close or the most it can be", () => {
  expect(estimateWords(priced, { usd: 0.042, upTo: false }, false)).toBe("≈ $0.04");
  expect(estimateWords(priced, { usd: 0.0031, upTo: true }, false)).toBe("Up to $0.003");
});

test("says what there is no estimate for", () => {
  expect(estimateWords(priced, null, false)).toBe("No estimate for this quality");
  expect(estimateWords(unpriced, null, false)).toBe("No estimate for this model");
});

test("says that offline sketches are free, whatever the price list says", () => {
  expect(estimateWords(priced, { usd: 9, upTo: false }, true)).toBe("Free: offline sketch");
});
