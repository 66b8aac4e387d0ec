import { formatUsd } from "@/lib/client/words/format-usd";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { estimateCost } from "@/lib/domain/money/cost";

export type Capability = "Develops live" | "Transparent" | "Free sizes";

/** What sets a model apart, from its row. */
export function capabilitiesOf(model: ImageModel): Capability[] {
  const { partials, background, size } = model.options;
  const has = {
    "Develops live": partials !== undefined,
    Transparent: background?.kind === "choice" && background.values.includes("transparent"),
    "Free sizes": size?.kind === "size" && size.custom !== null,
  } satisfies Record<Capability, boolean>;
  return CAPABILITIES.filter((name) => has[name]);
}

const CAPABILITIES: readonly Capability[] = ["Develops live", "Transparent", "Free sizes"];

const MEGAPIXEL = "1024x1024";

/** What a picture of a megapixel costs, from the lowest to the highest priced quality; null without a price. */
export function priceWords(model: ImageModel): string | null {
  const { quality } = model.options;
  const qualities =
    quality?.kind === "choice" ? quality.values.filter((value) => value !== "auto") : ["auto"];
  const prices = qualities.flatMap((quality) => {
    const estimate = estimateCost(model, { prompt: "", options: { quality, size: MEGAPIXEL } }, 1);
    return estimate ? [estimate.lowerUsd, estimate.upperUsd] : [];
  });
  if (prices.length === 0) return null;
  const [low, high] = [formatUsd(Math.min(...prices)), formatUsd(Math.max(...prices))];
  return low === high ? `${low} a picture.` : `${low} to ${high} a picture.`;
}
