import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { parseSize } from "@/lib/domain/models/options/size";
import { formulaTokens, outputTokensOf } from "./image-tokens";

const sizeOf = (text: string) => parseSize(text) ?? { widthPx: 0, heightPx: 0 };

test.each([
  [96, "1024x1024", 7_024],
  [96, "1536x1024", 5_488],
  [96, "1792x1024", 5_063],
  [96, "3584x2048", 12_329],
  [16, "976x704", 129],
  [16, "960x720", 130],
])("a factor of %i at %s takes the tokens that were counted", (factor, size, tokens) => {
  expect(formulaTokens(factor, sizeOf(size))).toBe(tokens);
});

test("does not ask which edge is the longer one", () => {
  expect(formulaTokens(96, sizeOf("1024x1536"))).toBe(formulaTokens(96, sizeOf("1536x1024")));
});

test.each([
  ["low", 196],
  ["medium", 439],
  ["high", 1_756],
  ["xhigh", 3_122],
  ["max", 7_024],
])("GPT Image 2.5 in %s takes at a megapixel what was counted", (quality, tokens) => {
  const { prices } = modelLabelled("GPT Image 2.5 Flare");
  const known = prices.unit === "token" && prices.imageTokens[quality];
  expect(known && outputTokensOf(known, sizeOf("1024x1024"))).toEqual({ min: tokens, max: tokens });
});

test.each([
  ["low", 664, 196],
  ["medium", 1_500, 439],
])("GPT Image 2.6 in %s takes three to four times as many as 2.5", (quality, counted, of25) => {
  const { prices } = modelLabelled("GPT Image 2.6 Flare");
  const known = prices.unit === "token" && prices.imageTokens[quality];
  const range = known ? outputTokensOf(known, sizeOf("1024x1024")) : { min: 0, max: 0 };
  expect(range.min).toBeGreaterThanOrEqual(3 * of25);
  expect(range.max).toBeLessThanOrEqual(4 * of25 + 1);
  expect(counted).toBeGreaterThanOrEqual(range.min);
  expect(counted).toBeLessThanOrEqual(range.max);
});
