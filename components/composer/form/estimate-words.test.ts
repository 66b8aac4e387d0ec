import { expect, test } from "vitest";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { estimateWords } from "./estimate-words";

const [priced] = modelTable().values();
const unpriced = fallbackModel("house-model");
if (!priced) throw new Error("The table is empty.");

test("says about what it costs, or from how much to how much where the provider chooses", () => {
  expect(estimateWords(priced, { lowerUsd: 0.042, upperUsd: 0.042 }, false)).toBe("≈ $0.04");
  expect(estimateWords(priced, { lowerUsd: 0.0031, upperUsd: 0.21 }, false)).toBe("$0.003 to $0.21");
  expect(estimateWords(priced, { lowerUsd: 0.0401, upperUsd: 0.0402 }, false)).toBe("≈ $0.04");
});

test("says what there is no estimate for", () => {
  expect(estimateWords(priced, null, false)).toBe("No estimate for this quality");
  expect(estimateWords(unpriced, null, false)).toBe("No estimate for this model");
});

test("says that offline sketches are free, whatever the price list says", () => {
  expect(estimateWords(priced, { lowerUsd: 9, upperUsd: 9 }, true)).toBe("Free: offline sketch");
});
