import { type ImageModel, sizeOptionOf } from "@/lib/domain/models/image-model";
import type { Prices } from "@/lib/domain/models/image-model-schema";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { parseSize, type Size } from "@/lib/domain/models/options/size";
import { outputTokensOf, type Range } from "./image-tokens";

type TokenPrices = Extract<Prices, { unit: "token" }>;
type ImagePrices = Extract<Prices, { unit: "image" }>;

/** English prose has about four characters a token; of other scripts a character is counted as one. */
const ASCII_PER_TOKEN = 4;
/** A reference picture is read in patches of 32 pixels, at most 1,536; small ones are magnified to 1,024. */
const REFERENCE_TOKENS = { min: 1_024, max: 1_536 } as const satisfies Range;

/**
 * US dollars before the click. The two differ where the provider chooses quality or size, or where a
 * count is not known exactly: limits and caps reckon with the upper end.
 */
export type Estimate = { lowerUsd: number; upperUsd: number };

/** What a request says that its price depends on. */
export type Priced = { prompt: string; options: OptionValues; referenceCount?: number };

/** What a generation will cost; null where the table has no price for these options. */
export function estimateCost(model: ImageModel, input: Priced, imageCount: number): Estimate | null {
  const each = estimateOne(model, input);
  // A call for several pictures pays its words and reference pictures once for each.
  return each && { lowerUsd: each.lowerUsd * imageCount, upperUsd: each.upperUsd * imageCount };
}

/** Dollars as an amount or as a range that has two ends. */
export function isRange({ lowerUsd, upperUsd }: Estimate): boolean {
  return lowerUsd < upperUsd;
}

function estimateOne(model: ImageModel, input: Priced): Estimate | null {
  const { prices } = model;
  switch (prices.unit) {
    case "unknown":
      return null;
    case "image": {
      const usd = imagePriceUsd(model, prices, input.options);
      return usd === null ? null : { lowerUsd: usd, upperUsd: usd };
    }
    case "token":
      return tokenEstimate(model, prices, input);
  }
}

function imagePriceUsd(model: ImageModel, prices: ImagePrices, options: OptionValues): number | null {
  const quality = String(effectiveValue(model, options, "quality") ?? "standard");
  const size = effectiveValue(model, options, "size") ?? effectiveValue(model, options, "resolution");
  const bySize = prices.usd[quality === "auto" ? "standard" : quality] ?? prices.usd.standard;
  return bySize?.[String(size ?? "any")] ?? bySize?.any ?? null;
}

function tokenEstimate(model: ImageModel, prices: TokenPrices, input: Priced): Estimate | null {
  const output = outputRange(model, prices, input.options);
  if (!output) return null;
  const partialTokens = Number(input.options.partials ?? 0) * prices.partialTokens;
  const references = input.referenceCount ?? 0;
  const usdWith = (outputTokens: number, referenceTokens: number) =>
    ((outputTokens + partialTokens) * prices.imageOutUsd +
      textTokensOf(input.prompt) * prices.textInUsd +
      references * referenceTokens * prices.imageInUsd) /
    1e6;
  return {
    lowerUsd: usdWith(output.min, REFERENCE_TOKENS.min),
    upperUsd: usdWith(output.max, REFERENCE_TOKENS.max),
  };
}

/** Output tokens of a picture in every quality and size that these options leave open; null where none has a price. */
function outputRange(model: ImageModel, prices: TokenPrices, options: OptionValues): Range | null {
  const quality = String(effectiveValue(model, options, "quality") ?? "auto");
  const qualities = quality === "auto" ? Object.values(prices.imageTokens) : [prices.imageTokens[quality]];
  const sizes = sizesOf(model, options);
  const ranges = qualities.flatMap((tokens) =>
    tokens ? sizes.map((size) => outputTokensOf(tokens, size)) : [],
  );
  if (ranges.length === 0) return null;
  return { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
}

/** The size that was chosen, or all that the provider may choose: the row's own. */
function sizesOf(model: ImageModel, options: OptionValues): Size[] {
  const chosen = parseSize(String(effectiveValue(model, options, "size") ?? "auto"));
  if (chosen) return [chosen];
  const presets = sizeOptionOf(model)?.presets.flatMap((preset) => parseSize(preset) ?? []) ?? [];
  return presets.length > 0 ? presets : [{ widthPx: 1024, heightPx: 1024 }];
}

function textTokensOf(prompt: string): number {
  const others = prompt.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return others + Math.ceil((prompt.length - others) / ASCII_PER_TOKEN);
}
