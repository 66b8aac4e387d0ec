import type * as z from "zod/mini";
import type { SizeRule } from "@/lib/domain/models/options/option-schema";
import type { imageModelSchema } from "./image-model-schema";

/*
 * THE table: a model is a row, and a new model is a new row. Form controls, validation, provider
 * requests, estimates and docs/models.md are derived from it.
 * Sources: the Images API reference and the vendor's price and deprecation pages, read 2026-11.
 */

type Row = z.input<typeof imageModelSchema>;

const choice = (...values: [string, ...string[]]) => ({
  kind: "choice" as const,
  values,
  default: values[0],
});
const range = (min: number, max: number, fallback: number) =>
  ({ kind: "range", min, max, default: fallback }) as const;
const size = (custom: SizeRule | null, ...presets: [string, ...string[]]) =>
  ({ kind: "size", presets, custom, default: presets[0] }) as const;

const read = { asOf: "2026-11-15", source: "OpenAI price list" } as const;
const lifecycleSource = "OpenAI deprecations page, 2026-11";

/** Output tokens a picture of gpt-image-1 and its kin, as the vendor lists them. */
const listedTokens = {
  low: { square: 272, tall: 408, wide: 400 },
  medium: { square: 1056, tall: 1584, wide: 1568 },
  high: { square: 4160, tall: 6240, wide: 6208 },
} as const;

const factor = (factorMin: number, factorMax = factorMin) => ({ factorMin, factorMax }) as const;
/** Factors of the formula, as the vendor's calculator has them for gpt-image-2. */
const tokens2 = { low: factor(16), medium: factor(48), high: factor(96) } as const;
/** Fitted to counts of all five qualities at 1024x1024. */
const tokens25 = {
  ...{ low: factor(16), medium: factor(24), high: factor(48) },
  ...{ xhigh: factor(64), max: factor(96) },
} as const;
/** High was measured at two sizes; low and medium take three to four times the tokens of 2.5. */
const tokens26 = { ...tokens25, low: factor(28, 32), medium: factor(42, 48) } as const;

const tokens = <Tokens extends object>(
  [textInUsd, imageInUsd, imageOutUsd]: readonly [number, number, number],
  imageTokens: Tokens,
) =>
  ({ unit: "token", textInUsd, imageInUsd, imageOutUsd, imageTokens, partialTokens: 100, ...read }) as const;

const compressionNeedsLossy = {
  option: "compression",
  values: null,
  needs: "outputFormat",
  oneOf: ["jpeg", "webp"],
} as const;
const transparentNeedsAlpha = {
  option: "background",
  values: ["transparent"],
  needs: "outputFormat",
  oneOf: ["png", "webp"],
} as const;
const streamNeedsRaster = {
  option: "partials",
  values: null,
  needs: "outputFormat",
  oneOf: ["png", "jpeg", "webp"],
} as const;

const framesNeedGif = (["frameCount", "frameDurationMs"] as const).map(
  (option) => ({ option, values: null, needs: "outputFormat", oneOf: ["gif"] }) as const,
);

const gptImageSizes = ["auto", "1024x1024", "1536x1024", "1024x1536"] as const;
const largeSizes = [...gptImageSizes, "2048x2048", "3840x2160", "2160x3840"] as const;
const freeSize = { multipleOf: 16, ratioMax: 3, edgeMaxPx: 3840, pixelsMin: 655_360, pixelsMax: 8_294_400 };

/** What the GPT image models have in common. */
const gptImage = {
  vendor: "openai",
  promptCharsMax: 32_000,
  imagesPerCallMax: 10,
  takesResponseFormat: false,
  initial: { partials: 2 },
} as const;
const gptImageOptions = {
  size: size(null, ...gptImageSizes),
  quality: choice("auto", "high", "medium", "low"),
  background: choice("auto", "transparent", "opaque"),
  outputFormat: choice("png", "jpeg", "webp"),
  compression: range(0, 100, 100),
  moderation: choice("auto", "low"),
  partials: range(0, 3, 0),
} as const;
const gptImageRules = [compressionNeedsLossy, transparentNeedsAlpha];

const gptImage25 = {
  ...gptImage,
  options: {
    ...gptImageOptions,
    size: size(freeSize, ...largeSizes),
    quality: choice("auto", "low", "medium", "high", "xhigh", "max"),
  },
  rules: gptImageRules,
  prices: tokens([5, 8, 30], tokens25),
  lifecycle: { shutdownOn: null, successor: null, source: lifecycleSource },
} as const;
const gptImage26 = {
  ...gptImage25,
  options: {
    ...gptImage25.options,
    complexity: { kind: "choice", values: ["low", "medium", "high"], default: "high" },
    outputFormat: choice("png", "jpeg", "webp", "svg", "gif"),
    frameCount: range(2, 16, 9),
    frameDurationMs: range(20, 2000, 200),
  },
  singleFormats: ["svg"],
  rules: [...gptImageRules, streamNeedsRaster, ...framesNeedGif],
  prices: tokens([5, 8, 30], tokens26),
} as const;

const commonRatios = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"] as const;
const allRatios = [...commonRatios, "1:4", "4:1", "1:8", "8:1"] as const;

/** Multimodal models: a picture a call, no previews; words beside it are a refusal or a question. */
const geminiImage = {
  vendor: "google",
  endpoint: "chat",
  promptCharsMax: 32_000,
  imagesPerCallMax: 1,
  takesResponseFormat: false,
  initial: {},
  rules: [],
  lifecycle: { shutdownOn: null, successor: null, source: "vendor's model list, 2026-11" },
} as const;
/** US dollars a picture by resolution; from secondary pages, so a provider that says what it charged is believed. */
const byResolution = (usd: Record<string, number>) =>
  ({ unit: "image", usd: { standard: usd }, source: "secondary price list", asOf: "2026-11-15" }) as const;

const gone = (shutdownOn: string, successor: string) => ({ shutdownOn, successor, source: lifecycleSource });

export const IMAGE_MODELS = {
  "gpt-image-2.6-sunburst": {
    ...gptImage26,
    label: "GPT Image 2.6 Sunburst",
    summary: "Precise, for finished work",
  },
  "gpt-image-2.6-flare": {
    ...gptImage26,
    label: "GPT Image 2.6 Flare",
    summary: "Fast, for finding the idea",
  },
  "gpt-image-2.5-sunburst": { ...gptImage25, label: "GPT Image 2.5 Sunburst", summary: "Precise" },
  "gpt-image-2.5-flare": { ...gptImage25, label: "GPT Image 2.5 Flare", summary: "Fast" },
  "gpt-image-2": {
    ...gptImage,
    label: "GPT Image 2",
    summary: "Free sizes up to 3840 pixels",
    options: {
      ...gptImageOptions,
      size: size(freeSize, ...largeSizes),
      quality: choice("auto", "low", "medium", "high"),
      background: choice("auto", "transparent", "opaque"),
    },
    rules: gptImageRules,
    prices: tokens([5, 8, 30], tokens2),
    lifecycle: { shutdownOn: null, successor: null, source: lifecycleSource },
  },
  "gpt-image-1.5": {
    ...gptImage,
    label: "GPT Image 1.5",
    summary: "The older generation, three sizes",
    options: gptImageOptions,
    rules: gptImageRules,
    prices: tokens([5, 8, 32], listedTokens),
    lifecycle: gone("2026-12-01", "gpt-image-2.6-sunburst"),
  },
  "gpt-image-1-mini": {
    ...gptImage,
    label: "GPT Image 1 mini",
    summary: "Small and cheap",
    options: gptImageOptions,
    rules: gptImageRules,
    prices: tokens([2, 2.5, 8], listedTokens),
    lifecycle: gone("2026-12-01", "gpt-image-2.6-flare"),
  },
  "gpt-image-1": {
    ...gptImage,
    label: "GPT Image 1",
    summary: "The first that develops live",
    options: gptImageOptions,
    rules: gptImageRules,
    prices: tokens([5, 10, 40], listedTokens),
    lifecycle: gone("2026-10-23", "gpt-image-2.6-sunburst"),
  },
  "gemini-nano-banana-2.1": {
    ...geminiImage,
    label: "Gemini Nano Banana 2.1",
    summary: "Follows long instructions, up to 4K",
    options: {
      aspectRatio: choice("auto", ...allRatios),
      resolution: choice("1K", "2K", "4K"),
    },
    prices: byResolution({ "1K": 0.067, "2K": 0.101, "4K": 0.151 }),
  },
  "gemini-3-pro-image": {
    ...geminiImage,
    label: "Gemini 3 Pro Image",
    summary: "Precise, writes words well",
    options: {
      aspectRatio: choice("auto", ...commonRatios),
      resolution: choice("1K", "2K", "4K"),
    },
    prices: byResolution({ "1K": 0.134, "2K": 0.134, "4K": 0.24 }),
  },
  "gemini-2.5-flash-image": {
    ...geminiImage,
    label: "Gemini 2.5 Flash Image",
    summary: "Fast, answers in words too",
    options: { aspectRatio: choice("auto", ...commonRatios) },
    prices: byResolution({ any: 0.039 }),
    lifecycle: {
      shutdownOn: null,
      successor: "gemini-nano-banana-2.1",
      source: "earliest October 2026, vendor's deprecations page",
    },
  },
  "dall-e-3": {
    label: "DALL·E 3",
    vendor: "openai",
    summary: "Vivid or natural, one picture a call",
    promptCharsMax: 4_000,
    imagesPerCallMax: 1,
    takesResponseFormat: true,
    options: {
      size: size(null, "1024x1024", "1792x1024", "1024x1792"),
      quality: choice("auto", "hd", "standard"),
      style: choice("vivid", "natural"),
    },
    initial: {},
    rules: [],
    prices: {
      unit: "image",
      usd: {
        standard: { "1024x1024": 0.04, "1792x1024": 0.08, "1024x1792": 0.08 },
        hd: { "1024x1024": 0.08, "1792x1024": 0.12, "1024x1792": 0.12 },
      },
      ...read,
    },
    lifecycle: gone("2026-05-12", "gpt-image-2.6-sunburst"),
  },
  "dall-e-2": {
    label: "DALL·E 2",
    vendor: "openai",
    summary: "Small, square, cheap",
    promptCharsMax: 1_000,
    imagesPerCallMax: 10,
    takesResponseFormat: true,
    options: {
      size: {
        kind: "size",
        presets: ["256x256", "512x512", "1024x1024"],
        custom: null,
        default: "1024x1024",
      },
      quality: choice("auto", "standard"),
    },
    initial: {},
    rules: [],
    prices: {
      unit: "image",
      usd: { standard: { "256x256": 0.016, "512x512": 0.018, "1024x1024": 0.02 } },
      ...read,
    },
    lifecycle: gone("2026-05-12", "gpt-image-2.6-flare"),
  },
} as const satisfies Record<string, Row>;

/** What a new session starts with. */
export const DEFAULT_MODEL_ID = "gpt-image-2.6-flare" satisfies keyof typeof IMAGE_MODELS;

/**
 * Which model the Images API means when a request names none: `plain`, unless the request has a
 * parameter that only `rich` takes (Images API reference, "model").
 */
export const ABSENT_MODEL = { plain: "dall-e-2", rich: "gpt-image-1" } satisfies Record<
  string,
  keyof typeof IMAGE_MODELS
>;
