import type { ImageTokens } from "@/lib/domain/models/image-model-schema";
import { type Size, shapeOf } from "@/lib/domain/models/options/size";

const MEGAPIXEL = 1024 * 1024;

/** From the least to the most that is possible; the two are one where it is known. */
export type Range = { min: number; max: number };

/** Output tokens of one picture in a quality whose tokens are these. */
export function outputTokensOf(tokens: ImageTokens, size: Size): Range {
  if ("factorMin" in tokens) {
    return { min: formulaTokens(tokens.factorMin, size), max: formulaTokens(tokens.factorMax, size) };
  }
  const shape = shapeOf(size);
  const listedArea = shape === "square" ? MEGAPIXEL : MEGAPIXEL * 1.5;
  // The list is for about a megapixel; larger pictures are scaled by their area.
  const scale = Math.max(1, (size.widthPx * size.heightPx) / listedArea);
  const listed = Math.ceil(tokens[shape] * scale);
  return { min: listed, max: listed };
}

/**
 * Output tokens of gpt-image-2 and newer, as the vendor's calculator reckons them: with a quality's
 * factor q and the edges, s = round(q · shorter / longer), tokens = ⌈q · s · (2,000,000 + pixels) / 4,000,000⌉.
 */
export function formulaTokens(factor: number, { widthPx, heightPx }: Size): number {
  const longer = Math.max(widthPx, heightPx);
  const shorter = Math.min(widthPx, heightPx);
  const shortFactor = Math.round((factor * shorter) / longer);
  return Math.ceil((factor * shortFactor * (2_000_000 + widthPx * heightPx)) / 4_000_000);
}
