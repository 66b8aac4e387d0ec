import { describe, expect, test } from "vitest";
import { defaultModelOf } from "./default-model";
import type { ImageModel } from "./image-model";
import { modelLabelled } from "./image-models.fixture";
import { fallbackModel, modelTable } from "./model-table";

const { id: dallE3Id, wireId, providerId, providerLabel, ...dallE3 } = modelLabelled("DALL·E 3");
const served = { id: dallE3Id, wireId, providerId, providerLabel };
const { id: gptImage1Id, options: gptImage1Options } = modelLabelled("GPT Image 1");

describe("an owner's rows", () => {
  test("correct a field and leave the rest", () => {
    const table = modelTable({ [dallE3Id]: { promptCharsMax: 5 } });
    expect(table.get(dallE3Id)).toEqual({ ...dallE3, ...served, promptCharsMax: 5 });
    expect([...table.keys()]).toEqual([...modelTable().keys()]);
  });

  test("add a model, offered last", () => {
    const table = modelTable({ "house-model": { ...dallE3, label: "House" } });
    expect([...table.values()].at(-1)).toMatchObject({ id: "house-model", label: "House" });
  });

  test("may name each other as successors", () => {
    const lifecycle = { shutdownOn: null, successor: "house-b", source: "me" };
    expect(modelTable({ "house-a": { ...dallE3, lifecycle }, "house-b": dallE3 }).size).toBe(
      modelTable().size + 2,
    );
  });

  const size = { kind: "size", presets: ["auto"], custom: null, default: "auto" };
  const needsSize = (rule: object) => ({
    option: "style",
    values: null,
    needs: "size",
    oneOf: ["1024x1024"],
    ...rule,
  });
  test.each([
    ["a wrong type", { promptCharsMax: "many" }, "promptCharsMax"],
    ["a field that does not exist", { colour: "red" }, "colour"],
    ["an option that does not exist", { options: { sparkle: size } }, "options"],
    [
      "a kind that does not exist",
      { options: { style: { kind: "dial", default: 1 } } },
      "options.style.kind",
    ],
    [
      "no values",
      { options: { style: { kind: "choice", values: [], default: "a" } } },
      "options.style.values",
    ],
    [
      "a default that is no value",
      { options: { style: { kind: "choice", values: ["a"], default: "b" } } },
      "options.style.default",
    ],
    [
      "a default out of range",
      { options: { partials: { kind: "range", min: 0, max: 3, default: 4 } } },
      "options.partials.default",
    ],
    [
      "a range that is empty",
      { options: { partials: { kind: "range", min: 3, max: 0, default: 3 } } },
      "options.partials.default",
    ],
    [
      "a default that is no preset",
      { options: { size: { ...size, default: "1x1" } } },
      "options.size.default",
    ],
    ["a size that is none", { options: { size: { ...size, presets: ["big"] } } }, "options.size.presets.0"],
    [
      "a size of another kind",
      { options: { size: { kind: "choice", values: ["a"], default: "a" } } },
      "options.size.kind",
    ],
    ["a rule about an option it lacks", { rules: [needsSize({ option: "background" })] }, "rules.0"],
    ["a rule that needs an option it lacks", { rules: [needsSize({ needs: "moderation" })] }, "rules.0"],
    ["a rule about a value it lacks", { rules: [needsSize({ values: ["vivid", "wild"] })] }, "rules.0"],
    [
      "a rule that needs a value it lacks",
      { rules: [needsSize({ option: "size", needs: "style", oneOf: ["wild"] })] },
      "rules.0",
    ],
    ["a start value it does not take", { initial: { quality: "max" } }, "initial.quality"],
    ["a start value of an option it lacks", { initial: { partials: 2 } }, "initial.partials"],
    [
      "a successor that is not there",
      { lifecycle: { ...dallE3.lifecycle, successor: "nobody" } },
      "lifecycle.successor",
    ],
    [
      "itself as successor",
      { lifecycle: { ...dallE3.lifecycle, successor: dallE3Id } },
      "lifecycle.successor",
    ],
    [
      "a date that is none",
      { lifecycle: { ...dallE3.lifecycle, shutdownOn: "soon" } },
      "lifecycle.shutdownOn",
    ],
    [
      "a negative price",
      { prices: { ...dallE3.prices, usd: { hd: { "1024x1024": -1 } } } },
      "prices.usd.hd.1024x1024",
    ],
  ])("are refused for %s, with row and field", (_, fields, field) => {
    expect(() => modelTable({ [dallE3Id]: fields })).toThrow(`Row "dall-e-3", field "${field}`);
  });

  test("are refused for a new row that is not whole", () => {
    expect(() => modelTable({ "house-model": { label: "House" } })).toThrow(
      'Row "house-model", field "vendor"',
    );
  });

  test.each([[[]], [null], ["rows"], [3], [{ a: 1 }]])("are refused when the file holds %j", (file) => {
    expect(() => modelTable(file)).toThrow("The file must hold an object");
  });

  test("may take options away, as long as nothing speaks of them", () => {
    const { partials: _, ...options } = gptImage1Options;
    expect(() => modelTable({ [gptImage1Id]: { options } })).toThrow(`field "initial.partials"`);
    expect(
      modelTable({ [gptImage1Id]: { options, initial: {} } }).get(gptImage1Id)?.options.partials,
    ).toBeUndefined();
  });
});

test("guesses nothing about an id that it does not know", () => {
  expect(fallbackModel("google/unheard-of-image-9")).toMatchObject({
    ...{
      id: "google/unheard-of-image-9",
      label: "google/unheard-of-image-9",
      options: {},
      imagesPerCallMax: 1,
    },
    ...{ takesResponseFormat: false, prices: { unit: "unknown" } },
  });
});

test("starts with a model that is not shut down, or with the first there is", () => {
  const models: ImageModel[] = [...modelTable().values()];
  expect(defaultModelOf(models)?.lifecycle.shutdownOn).toBeNull();
  expect(defaultModelOf([modelLabelled("DALL·E 3")])?.id).toBe(dallE3Id);
  expect(defaultModelOf([])).toBeUndefined();
});
