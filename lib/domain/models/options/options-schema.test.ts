import { expect, test } from "vitest";
import { everyAllowedPairOf, everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { OPTION_NAMES } from "./option";
import { brokenRules } from "./option-rules";
import { optionsSchema } from "./options-schema";

const problems = (label: string, options: unknown) =>
  optionsSchema(modelLabelled(label))
    .safeParse(options)
    .error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

test.each([
  ["size", "999x999", "Size must be one of auto, 1024x1024, 1536x1024, 1024x1536."],
  ["quality", "hd", "Quality must be one of auto, high, medium, low."],
  ["quality", 3, "Quality must be a text."],
  ["quality", null, "Quality must be a text."],
  ["quality", "constructor", "Quality must be one of auto, high, medium, low."],
  ["background", ["opaque"], "Background must be a text."],
  ["moderation", "none", "Moderation must be one of auto, low."],
  ["partials", 4, "Partial previews must be a whole number from 0 to 3."],
  ["partials", -1, "Partial previews must be a whole number from 0 to 3."],
  ["partials", 1.5, "Partial previews must be a whole number from 0 to 3."],
  ["partials", "2", "Partial previews must be a whole number from 0 to 3."],
  ["compression", 101, "Compression must be a whole number from 0 to 100."],
  ["style", "vivid", "GPT Image 1 does not take style."],
  ["complexity", "low", "GPT Image 1 does not take complexity."],
  ["constructor", 1, 'GPT Image 1 does not take "constructor".'],
  ["output_format", "png", 'GPT Image 1 does not take "output_format".'],
])("names %s when it is %j", (name, value, message) => {
  expect(problems("GPT Image 1", { [name]: value })).toContainEqual([name, message]);
});

test("names a key that JSON can hold and an object literal cannot", () => {
  expect(problems("GPT Image 1", JSON.parse('{"__proto__":{"size":"auto"}}'))).toEqual([
    ["__proto__", 'GPT Image 1 does not take "__proto__".'],
  ]);
});

test("names every wrong option at once", () => {
  const fields = problems("GPT Image 1", { quality: "x", partials: 9, style: "vivid" }).map(
    ([field]) => field,
  );
  expect(fields.toSorted()).toEqual(["partials", "quality", "style"]);
});

test.each([[null], [[]], ["size"], [3], [undefined]])("refuses %j in place of an object", (options) => {
  expect(problems("GPT Image 1", options)).toEqual([["", "Options must be an object."]]);
});

test("gives back exactly what was chosen, defaults left to the provider", () => {
  const chosen = { size: "1024x1024", partials: 0 };
  expect(optionsSchema(modelLabelled("GPT Image 1")).parse(chosen)).toEqual(chosen);
  expect(optionsSchema(modelLabelled("GPT Image 1")).parse({})).toEqual({});
});

test.each(everyModel)("takes every allowed pair of $label's values, and refuses every other", (model) => {
  const schema = optionsSchema(model);
  for (const options of everyAllowedPairOf(model)) expect(schema.parse(options)).toEqual(options);
  for (const name of OPTION_NAMES.filter((name) => !model.options[name])) {
    expect(schema.safeParse({ [name]: "auto" }).error?.issues[0]?.path).toEqual([name]);
  }
});

test.each(everyModel)("starts $label with options that it takes", (model) => {
  expect(brokenRules(model, model.initial)).toEqual([]);
  expect(optionsSchema(model).parse(model.initial)).toEqual(model.initial);
});
