import type { ImageModel } from "@/lib/domain/models/image-model";
import type { Prices } from "@/lib/domain/models/image-model-schema";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { parseSize, shapeOf } from "@/lib/domain/models/options/size";
import type { Usage } from "./usage";

type TokenPrices = Extract<Prices, { unit: "token" }>;
type ImagePrices = Extract<Prices, { unit: "image" }>;

const MEGAPIXEL = 1024 * 1024;
/** English prose has about four characters a token. */
const CHARS_PER_TOKEN = 4;

/** US dollars before the click. `upTo`: the provider chooses quality or size, and this is the dearest it may choose. */
export type Estimate = { usd: number; upTo: boolean };

/** What a generation will cost about; null where the table has no price for these options. */
export function estimateCost(
  model: ImageModel,
  input: { prompt: string; options: OptionValues },
  imageCount: number,
): Estimate | null {
  const { prices } = model;
  const quality = String(effectiveValue(model, input.options, "quality") ?? "standard");
  const size = String(effectiveValue(model, input.options, "size") ?? "auto");
  switch (prices.unit) {
    case "unknown":
      return null;
    case "image": {
      const usd = imagePriceUsd(prices, quality, size);
      return usd === null ? null : { usd: usd * imageCount, upTo: false };
    }
    case "token": {
      const partials = Number(input.options.partials ?? 0);
      const outputTokens = imageTokensOf(prices, quality, size);
      if (outputTokens === null) return null;
      const textTokens = Math.ceil(input.prompt.length / CHARS_PER_TOKEN);
      const perImageUsd =
        (outputTokens + partials * prices.partialTokens) * (prices.imageOutUsd / 1e6) +
        textTokens * (prices.textInUsd / 1e6);
      return { usd: perImageUsd * imageCount, upTo: quality === "auto" || size === "auto" };
    }
  }
}

/** What a call cost: from the tokens the provider counted, or from the price list an image; null when neither is known. */
export function actualCostUsd(
  model: ImageModel,
  answer: { usage: Usage | null; options: OptionValues; imageCount: number },
): number | null {
  const { prices } = model;
  switch (prices.unit) {
    case "unknown":
      return null;
    case "image":
      return estimateCost(model, { prompt: "", options: answer.options }, answer.imageCount)?.usd ?? null;
    case "token": {
      if (!answer.usage) return null;
      const { textInputTokens, imageInputTokens, outputTokens } = answer.usage;
      const dollarsTimesMillion =
        textInputTokens * prices.textInUsd +
        imageInputTokens * prices.imageInUsd +
        outputTokens * prices.imageOutUsd;
      return dollarsTimesMillion / 1e6;
    }
  }
}

function imagePriceUsd(prices: ImagePrices, quality: string, size: string): number | null {
  const bySize = prices.usd[quality === "auto" ? "standard" : quality];
  return bySize?.[size] ?? null;
}

/** Output tokens of one picture. The list is for about a megapixel; larger pictures are scaled by their area. */
function imageTokensOf(prices: TokenPrices, quality: string, sizeText: string): number | null {
  const byShape = prices.imageTokens[quality === "auto" ? "high" : quality];
  if (!byShape) return null;
  const size = parseSize(sizeText);
  if (!size) return Math.max(byShape.square, byShape.tall, byShape.wide);
  const shape = shapeOf(size);
  const listedArea = shape === "square" ? MEGAPIXEL : MEGAPIXEL * 1.5;
  return Math.ceil(byShape[shape] * Math.max(1, (size.widthPx * size.heightPx) / listedArea));
}
