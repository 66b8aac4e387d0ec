import { expect, test } from "vitest";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { capabilitiesOf, priceWords } from "./capabilities";

const models = [...modelTable().values()];
const rowOf = (label: string) => models.find((model) => model.label === label) ?? fallbackModel(label);

test("reads what a model can do from its row", () => {
  expect(capabilitiesOf(rowOf("GPT Image 2.6 Flare"))).toEqual([
    "Develops live",
    "Transparent",
    "Free sizes",
  ]);
  expect(capabilitiesOf(rowOf("GPT Image 1"))).toEqual(["Develops live", "Transparent"]);
  expect(capabilitiesOf(rowOf("DALL·E 3"))).toEqual([]);
});

test("gives the price of a picture from the cheapest to the dearest quality", () => {
  expect(priceWords(rowOf("DALL·E 2"))).toBe("$0.02 a picture.");
  expect(priceWords(rowOf("DALL·E 3"))).toBe("$0.04 to $0.08 a picture.");
  expect(priceWords(rowOf("GPT Image 1"))).toBe("$0.01 to $0.17 a picture.");
});

test("gives no price where the table has none", () => {
  expect(priceWords(fallbackModel("house-model"))).toBeNull();
});
