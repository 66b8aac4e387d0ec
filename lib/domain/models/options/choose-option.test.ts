import { expect, test } from "vitest";
import {
  describeOptions,
  everyAllowedPairOf,
  everyChoiceOf,
  everyModel,
  modelLabelled,
} from "@/lib/domain/models/image-models.fixture";
import { chooseOption } from "./choose-option";
import { optionsSchema } from "./options-schema";

const model = modelLabelled("GPT Image 2.6 Flare");

test("makes the format give way to a transparent background", () => {
  const chosen = chooseOption(model, { outputFormat: "jpeg" }, "background", "transparent");
  expect(chosen.options).toMatchObject({ background: "transparent", outputFormat: "png" });
  expect(chosen.notes).toEqual([
    "Output format is now PNG. Background Transparent needs output format PNG or WebP.",
  ]);
});

test("resets what the format that gave way had made possible", () => {
  const before = { outputFormat: "jpeg", compression: 50 };
  const chosen = chooseOption(model, before, "background", "transparent");
  expect(chosen.options.compression).toBeUndefined();
  expect(chosen.notes).toHaveLength(2);
});

test("resets a transparent background when jpeg is chosen after it", () => {
  const chosen = chooseOption(model, { background: "transparent" }, "outputFormat", "jpeg");
  expect(chosen.options).toMatchObject({ outputFormat: "jpeg" });
  expect(chosen.options.background).toBeUndefined();
  expect(chosen.notes).toEqual([
    "Background was reset. Background Transparent needs output format PNG or WebP.",
  ]);
});

test("ends live previews when a format is chosen that does not stream, and brings them back with one that does", () => {
  const gif = chooseOption(model, { partials: 2 }, "outputFormat", "gif");
  expect(gif.options.partials).toBeUndefined();
  expect(chooseOption(model, gif.options, "outputFormat", "png").options.partials).toBe(2);
});

test("says nothing when nothing gives way", () => {
  expect(chooseOption(model, {}, "quality", "max").notes).toEqual([]);
});

test.each(everyModel)("gives options that $label takes, whatever is chosen after whatever", (row) => {
  const schema = optionsSchema(row);
  const wrong: string[] = [];
  for (const options of everyAllowedPairOf(row)) {
    for (const [name, value] of everyChoiceOf(row)) {
      const chosen = chooseOption(row, options, name, value).options;
      const isRight = chosen[name] === value && schema.safeParse(chosen).success;
      if (!isRight) wrong.push(`${describeOptions(options)} then ${name}=${value}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("ends when an owner's rules contradict each other", () => {
  const needs = (
    option: "quality" | "outputFormat",
    values: string[],
    other: "quality" | "outputFormat",
    oneOf: string[],
  ) => ({
    ...{ option, values, needs: other, oneOf },
  });
  const rules = [
    needs("quality", ["high"], "outputFormat", ["jpeg"]),
    needs("outputFormat", ["jpeg"], "quality", ["low"]),
  ];
  expect(chooseOption({ ...model, rules }, {}, "quality", "high").notes.length).toBeGreaterThan(0);
});
