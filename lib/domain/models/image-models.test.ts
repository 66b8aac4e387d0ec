import { describe, expect, test } from "vitest";
import { controlsOf } from "@/lib/domain/models/options/controls";
import { OPTION_NAMES } from "@/lib/domain/models/options/option";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { optionsSchema } from "@/lib/domain/models/options/options-schema";
import type { ImageModel } from "./image-model";
import { modelTable } from "./model-table";

/*
 * The facts of the Images API, written out a second time on purpose: a slip in the table shows here.
 */

const table = modelTable();

function row(id: string): ImageModel {
  const model = table.get(id);
  if (!model) throw new Error(`No row ${id}.`);
  return model;
}

/** "value|value…, default" of an option, as a person would read it off the reference. */
function read(option: Option | undefined): string {
  if (!option) return "not taken";
  switch (option.kind) {
    case "choice":
      return `${option.values.join("|")}, ${option.default}`;
    case "range":
      return `${option.min}..${option.max}, ${option.default}`;
    case "size":
      return `${option.presets.join("|")}${option.custom ? "|free" : ""}, ${option.default}`;
  }
}

const threeSizes = "auto|1024x1024|1536x1024|1024x1536, auto";
const freeSizes = "auto|1024x1024|1536x1024|1024x1536|2048x2048|3840x2160|2160x3840|free, auto";
const gptImage1 = {
  size: threeSizes,
  quality: "auto|high|medium|low, auto",
  style: "not taken",
  background: "auto|transparent|opaque, auto",
  complexity: "not taken",
  outputFormat: "png|jpeg|webp, png",
  compression: "0..100, 100",
  moderation: "auto|low, auto",
  partials: "0..3, 0",
  aspectRatio: "not taken",
  resolution: "not taken",
  frameCount: "not taken",
  frameDurationMs: "not taken",
};
const gptImage25 = { ...gptImage1, size: freeSizes, quality: "auto|low|medium|high|xhigh|max, auto" };
const gptImage26 = {
  ...gptImage25,
  frameCount: "2..16, 9",
  frameDurationMs: "20..2000, 200",
  complexity: "low|medium|high, high",
  outputFormat: "png|jpeg|webp|svg|gif, png",
};
const noOptions = {
  style: "not taken",
  background: "not taken",
  complexity: "not taken",
  outputFormat: "not taken",
  compression: "not taken",
  moderation: "not taken",
  partials: "not taken",
  aspectRatio: "not taken",
  resolution: "not taken",
  frameCount: "not taken",
  frameDurationMs: "not taken",
};
const chat = { ...noOptions, size: "not taken", quality: "not taken" };
const ratios = "auto|1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9|21:9";

const OPTIONS_BY_MODEL = {
  "dall-e-2": { ...noOptions, size: "256x256|512x512|1024x1024, 1024x1024", quality: "auto|standard, auto" },
  "dall-e-3": {
    ...noOptions,
    size: "1024x1024|1792x1024|1024x1792, 1024x1024",
    quality: "auto|hd|standard, auto",
    style: "vivid|natural, vivid",
  },
  "gpt-image-1": gptImage1,
  "gpt-image-1-mini": gptImage1,
  "gpt-image-1.5": gptImage1,
  "gpt-image-2": {
    ...gptImage1,
    size: freeSizes,
    quality: "auto|low|medium|high, auto",
  },
  "gpt-image-2.5-flare": gptImage25,
  "gpt-image-2.5-sunburst": gptImage25,
  "gpt-image-2.6-flare": gptImage26,
  "gpt-image-2.6-sunburst": gptImage26,
  "gemini-2.5-flash-image": { ...chat, aspectRatio: `${ratios}, auto` },
  "gemini-3-pro-image": { ...chat, aspectRatio: `${ratios}, auto`, resolution: "1K|2K|4K, 1K" },
  "gemini-nano-banana-2.1": {
    ...chat,
    aspectRatio: `${ratios}|1:4|4:1|1:8|8:1, auto`,
    resolution: "1K|2K|4K, 1K",
  },
};

test("has these models and no bare alias of the latest ones", () => {
  expect([...table.keys()].toSorted()).toEqual(Object.keys(OPTIONS_BY_MODEL).toSorted());
});

test.each(Object.entries(OPTIONS_BY_MODEL))("knows what %s takes, with values and defaults", (id, facts) => {
  const { options } = row(id);
  expect(Object.fromEntries(OPTION_NAMES.map((name) => [name, read(options[name])]))).toEqual(facts);
});

test.each([
  ["dall-e-2", 1_000, 10, true],
  ["dall-e-3", 4_000, 1, true],
  ["gpt-image-1", 32_000, 10, false],
  ["gpt-image-1-mini", 32_000, 10, false],
  ["gpt-image-1.5", 32_000, 10, false],
  ["gpt-image-2", 32_000, 10, false],
  ["gpt-image-2.5-flare", 32_000, 10, false],
  ["gpt-image-2.6-sunburst", 32_000, 10, false],
])("knows the prompt length, images a call and response_format of %s", (id, promptChars, images, format) => {
  expect(row(id)).toMatchObject({
    promptCharsMax: promptChars,
    imagesPerCallMax: images,
    takesResponseFormat: format,
    vendor: "openai",
  });
});

test.each([
  ["dall-e-2", "2026-05-12"],
  ["dall-e-3", "2026-05-12"],
  ["gpt-image-1", "2026-10-23"],
  ["gpt-image-1-mini", "2026-12-01"],
  ["gpt-image-1.5", "2026-12-01"],
  ["gpt-image-2", null],
  ["gpt-image-2.5-flare", null],
  ["gpt-image-2.5-sunburst", null],
  ["gpt-image-2.6-flare", null],
  ["gpt-image-2.6-sunburst", null],
])("knows when %s is shut down, and names a current successor then", (id, shutdownOn) => {
  const { lifecycle } = row(id);
  expect(lifecycle.shutdownOn).toBe(shutdownOn);
  if (shutdownOn === null) expect(lifecycle.successor).toBeNull();
  else expect(row(lifecycle.successor ?? "").lifecycle.shutdownOn).toBeNull();
});

describe("prices", () => {
  test.each([
    ["gpt-image-1", 5, 10, 40],
    ["gpt-image-1-mini", 2, 2.5, 8],
    ["gpt-image-1.5", 5, 8, 32],
    ["gpt-image-2", 5, 8, 30],
    ["gpt-image-2.5-flare", 5, 8, 30],
    ["gpt-image-2.5-sunburst", 5, 8, 30],
    ["gpt-image-2.6-flare", 5, 8, 30],
    ["gpt-image-2.6-sunburst", 5, 8, 30],
  ])("knows the token prices of %s", (id, textInUsd, imageInUsd, imageOutUsd) => {
    const each = { textInUsd, imageInUsd, imageOutUsd, partialTokens: 100 };
    expect(row(id).prices).toMatchObject({ unit: "token", ...each });
  });

  test.each(["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5"])("knows the tokens listed for %s", (id) => {
    expect(row(id).prices).toMatchObject({
      imageTokens: {
        low: { square: 272, tall: 408, wide: 400 },
        medium: { square: 1056, tall: 1584, wide: 1568 },
        high: { square: 4160, tall: 6240, wide: 6208 },
      },
    });
  });

  test.each(Object.keys(OPTIONS_BY_MODEL))("has a figure for every quality of %s", (id) => {
    const { prices, options } = row(id);
    const values = options.quality?.kind === "choice" ? options.quality.values : [];
    const priced = prices.unit === "token" ? prices.imageTokens : prices.unit === "image" ? prices.usd : {};
    expect(values.filter((value) => value !== "auto" && !priced[value])).toEqual([]);
  });

  test("knows the price of a picture of the models that are paid by the picture", () => {
    expect(row("dall-e-2").prices).toMatchObject({
      unit: "image",
      usd: { standard: { "256x256": 0.016, "512x512": 0.018, "1024x1024": 0.02 } },
    });
    expect(row("dall-e-3").prices).toMatchObject({
      unit: "image",
      usd: {
        standard: { "1024x1024": 0.04, "1792x1024": 0.08, "1024x1792": 0.08 },
        hd: { "1024x1024": 0.08, "1792x1024": 0.12, "1024x1792": 0.12 },
      },
    });
  });
});

describe("rules between options", () => {
  const refusals = (id: string, options: object) =>
    optionsSchema(row(id))
      .safeParse(options)
      .error?.issues.map(({ path }) => path.join(".")) ?? [];

  test.each(Object.keys(OPTIONS_BY_MODEL).filter((id) => id.startsWith("gpt-image")))(
    "takes compression from %s with jpeg and webp only",
    (id) => {
      expect(refusals(id, { compression: 50 })).toEqual(["compression"]);
      expect(refusals(id, { compression: 50, outputFormat: "png" })).toEqual(["compression"]);
      expect(refusals(id, { compression: 50, outputFormat: "jpeg" })).toEqual([]);
      expect(refusals(id, { compression: 50, outputFormat: "webp" })).toEqual([]);
    },
  );

  test.each(["gpt-image-1", "gpt-image-1.5", "gpt-image-2", "gpt-image-2.5-flare", "gpt-image-2.6-flare"])(
    "takes a transparent background from %s with png and webp only",
    (id) => {
      expect(refusals(id, { background: "transparent" })).toEqual([]);
      expect(refusals(id, { background: "transparent", outputFormat: "webp" })).toEqual([]);
      expect(refusals(id, { background: "transparent", outputFormat: "jpeg" })).toEqual(["background"]);
    },
  );

  test("refuses a transparent background where the model has none", () => {
    expect(refusals("dall-e-3", { background: "transparent" })).toEqual(["background"]);
  });

  test("takes frames with gif only", () => {
    expect(refusals("gpt-image-2.6-flare", { frameCount: 4 })).toEqual(["frameCount"]);
    expect(refusals("gpt-image-2.6-flare", { frameCount: 4, outputFormat: "gif" })).toEqual([]);
    expect(refusals("gpt-image-2.6-flare", { frameCount: 17, outputFormat: "gif" })).toEqual(["frameCount"]);
  });

  test.each(["svg", "gif"])("does not stream %s", (outputFormat) => {
    expect(refusals("gpt-image-2.6-flare", { outputFormat })).toEqual([]);
    expect(refusals("gpt-image-2.6-flare", { outputFormat, partials: 0 })).toEqual(["partials"]);
  });

  test("disables a control with the reason, and lets it go with the right format", () => {
    const compression = (outputFormat: string) =>
      controlsOf(row("gpt-image-1"), { outputFormat }).find(({ name }) => name === "compression");
    expect(compression("png")?.disabledReason).toBe("Compression needs output format JPEG or WebP.");
    expect(compression("jpeg")?.disabledReason).toBeNull();
  });

  test("shows the controls of the model and no others, with the provider's default until one is chosen", () => {
    const controls = controlsOf(row("dall-e-3"), { quality: "hd" });
    expect(controls.map(({ name, value }) => [name, value])).toEqual([
      ["size", "1024x1024"],
      ["quality", "hd"],
      ["style", "vivid"],
    ]);
  });
});

describe("free sizes", () => {
  const problem = (size: unknown) =>
    optionsSchema(row("gpt-image-2")).safeParse({ size }).error?.issues[0]?.message ?? null;

  test.each(["1024x640", "3840x2160", "3840x1280", "1280x3840", "1360x1024", "816x816", "2880x2880"])(
    "takes %s",
    (size) => expect(problem(size)).toBeNull(),
  );

  test.each([
    ["1030x1024", "multiples of 16"],
    ["1024x1030", "multiples of 16"],
    ["3856x2160", "longest edge may be 3840"],
    ["3840x1264", "ratio"],
    ["1264x3840", "ratio"],
    ["1024x624", "At least 655,360 pixels in all; this is 638,976"],
    ["3840x2176", "At most 8,294,400 pixels in all; this is 8,355,840"],
    ["1024X1024", "must be one of"],
    ["01024x1024", "must be one of"],
    ["1024x1024 ", "must be one of"],
    ["-1024x1024", "must be one of"],
    ["1e3x1024", "must be one of"],
    ["", "must be one of"],
    [1024, "must be a text"],
    [null, "must be a text"],
  ])("refuses %s with the reason", (size, reason) => {
    expect(problem(size)).toContain(reason);
  });

  test("takes none where the model has presets alone", () => {
    const refused = optionsSchema(row("gpt-image-1")).safeParse({ size: "1360x1024" });
    expect(refused.error?.issues[0]?.message).toBe(
      "Size must be one of auto, 1024x1024, 1536x1024, 1024x1536.",
    );
  });
});
