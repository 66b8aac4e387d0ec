import { describe, expect, test } from "vitest";
import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { modelTable } from "@/lib/domain/models/model-table";
import { OPTION_NAMES, OPTIONS, type OptionName } from "@/lib/domain/models/options/option";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { verdict } from "./verdict.fixture";

const models = modelTable();

/** A body with this option, and with what the row's rules and streaming want beside it. */
function bodyWith(model: ImageModel, name: OptionName, value: unknown): object {
  const rules = model.rules.filter(
    (rule) => rule.option === name && (rule.values === null || rule.values.includes(String(value))),
  );
  const needs = Object.fromEntries(rules.map((rule) => [OPTIONS[rule.needs].wire, rule.oneOf[0]]));
  const streaming = name === "partials" ? { stream: true } : {};
  return { model: model.id, prompt: "a lamp", ...needs, ...streaming, [OPTIONS[name].wire]: value };
}

function samples(option: Option): { good: unknown[]; bad: unknown[]; mistyped: unknown[] } {
  switch (option.kind) {
    case "choice":
      return { good: [...option.values], bad: ["plaid", ""], mistyped: [1, true, ["png"]] };
    case "range":
      return {
        good: [option.min, option.max],
        bad: [option.min - 1, option.max + 1],
        mistyped: ["1", 1.5, true],
      };
    case "size":
      return { good: [...option.presets], bad: ["1000x1000", "1024", "0x0"], mistyped: [1024, {}] };
  }
}

describe.each([...models.values()])("what $id takes by its row", (model) => {
  test.each(optionNamesOf(model))("takes every value of %s and refuses others", (name) => {
    const option = model.options[name];
    if (!option) throw new Error("The row lost an option.");
    const { good, bad, mistyped } = samples(option);
    const { wire } = OPTIONS[name];
    for (const value of good) expect(verdict(bodyWith(model, name, value))).toBe(model.id);
    for (const value of bad) expect(verdict(bodyWith(model, name, value))).toBe(`400 invalid_value ${wire}`);
    for (const value of mistyped)
      expect(verdict(bodyWith(model, name, value))).toBe(`400 invalid_type ${wire}`);
  });

  test("refuses every option that its row does not have", () => {
    const foreign = OPTION_NAMES.filter((name) => model.options[name] === undefined);
    for (const name of foreign) {
      const { wire } = OPTIONS[name];
      expect(verdict({ model: model.id, prompt: "a lamp", [wire]: "auto" })).toBe(
        `400 unknown_parameter ${wire}`,
      );
    }
  });

  test("counts the prompt to its limit", () => {
    const prompt = "a".repeat(model.promptCharsMax);
    expect(verdict({ model: model.id, prompt })).toBe(model.id);
    expect(verdict({ model: model.id, prompt: `${prompt}a` })).toBe("400 string_above_max_length prompt");
  });

  test("takes its name with the vendor's prefix and no other", () => {
    expect(verdict({ model: `${model.vendor}/${model.id}`, prompt: "a lamp" })).toBe(model.id);
    expect(verdict({ model: `nobody/${model.id}`, prompt: "a lamp" })).toBe("404 model_not_found model");
  });
});
