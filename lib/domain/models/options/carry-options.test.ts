import { describe, expect, test } from "vitest";
import {
  describeOptions,
  everyAllowedPairOf,
  everyModel,
  modelLabelled,
} from "@/lib/domain/models/image-models.fixture";
import { carryOptions } from "./carry-options";
import { chosenEntries, OPTIONS, type OptionName, type OptionValue } from "./option";
import { optionsSchema } from "./options-schema";

const dallE3 = modelLabelled("DALL·E 3");
const dallE2 = modelLabelled("DALL·E 2");
const gptImage1 = modelLabelled("GPT Image 1");
const gptImage2 = modelLabelled("GPT Image 2");

describe("to another model", () => {
  test.each([
    [gptImage1, { quality: "hd" }, { quality: "high" }, ["Quality HD became High."]],
    [gptImage1, { quality: "standard" }, { quality: "medium" }, ["Quality Standard became Medium."]],
    [dallE3, { quality: "max" }, { quality: "hd" }, ["Quality Max became HD."]],
    [gptImage1, { quality: "xhigh" }, { quality: "high" }, ["Quality Extra high became High."]],
    [dallE2, { quality: "hd" }, {}, ["Quality HD dropped: DALL·E 2 does not take it."]],
    [gptImage1, { size: "1792x1024" }, { size: "1536x1024" }, ["Size 1792 × 1024 became 1536 × 1024."]],
    [gptImage1, { size: "1024x1792" }, { size: "1024x1536" }, ["Size 1024 × 1792 became 1024 × 1536."]],
    [gptImage1, { size: "2048x2048" }, { size: "1024x1024" }, ["Size 2048 × 2048 became 1024 × 1024."]],
    [dallE2, { size: "1536x1024" }, {}, ["Size 1536 × 1024 dropped: DALL·E 2 does not take it."]],
    [gptImage2, { size: "1792x1024" }, { size: "1792x1024" }, []],
    [gptImage1, { style: "natural" }, {}, ["Style Natural dropped: GPT Image 1 does not take it."]],
    [
      dallE3,
      { background: "transparent" },
      {},
      ["Background Transparent dropped: DALL·E 3 does not take it."],
    ],
    [gptImage1, { outputFormat: "svg" }, { outputFormat: "webp" }, ["Output format SVG became WebP."]],
    [gptImage1, { outputFormat: "webp", compression: 40 }, { outputFormat: "webp", compression: 40 }, []],
  ])("$label: %j becomes %j", (to, options, carried, notes) => {
    const { partials: _, ...chosen } = carryOptions(to, options).options;
    expect(chosen).toEqual(carried);
    expect(carryOptions(to, options).notes).toEqual(notes);
  });

  test("starts live previews where the model streams", () => {
    expect(carryOptions(gptImage1, {}).options).toEqual({ partials: 2 });
    expect(carryOptions(dallE3, { partials: 2 }).options).toEqual({});
  });

  test("drops a value that no model has, whatever it is called", () => {
    for (const quality of ["constructor", "toString", "__proto__", "x"])
      expect(carryOptions(gptImage1, { quality }).options.quality).toBeUndefined();
  });

  test("keeps a number within the range of the model", () => {
    expect(carryOptions(gptImage1, { partials: 9 }).options.partials).toBe(3);
    expect(carryOptions(gptImage1, { partials: "two" }).options.partials).toBe(2);
  });
});

const pairs = everyModel.flatMap((from) => everyModel.map((to) => ({ from, to })));
test.each(pairs)(
  "carries what $from.label takes to something $to.label takes, with a word on every loss",
  ({ from, to }) => {
    const schema = optionsSchema(to);
    const wrong: string[] = [];
    for (const options of everyAllowedPairOf(from)) {
      const carried = carryOptions(to, options);
      const isSilent = ([name, value]: [OptionName, OptionValue]) =>
        carried.options[name] !== value &&
        !carried.notes.some((note) => note.startsWith(OPTIONS[name].label));
      const isRight = schema.safeParse(carried.options).success && !chosenEntries(options).some(isSilent);
      const isSame = from.id !== to.id || carried.notes.length === 0;
      if (!isRight || !isSame) wrong.push(describeOptions(options));
    }
    expect(wrong).toEqual([]);
  },
);
