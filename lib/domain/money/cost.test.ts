import { describe, expect, test } from "vitest";
import { everyAllowedPairOf, everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { fallbackModel } from "@/lib/domain/models/model-table";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { actualCostUsd } from "./actual-cost";
import { estimateCost, isRange } from "./cost";

const estimate = (label: string, options: OptionValues, imageCount = 1, prompt = "") =>
  estimateCost(modelLabelled(label), { prompt, options }, imageCount);

describe("before the click", () => {
  test.each([
    ["DALL·E 2", { size: "256x256" }, 0.016],
    ["DALL·E 2", { size: "512x512", quality: "standard" }, 0.018],
    ["DALL·E 2", {}, 0.02],
    ["DALL·E 3", {}, 0.04],
    ["DALL·E 3", { quality: "auto", size: "1792x1024" }, 0.08],
    ["DALL·E 3", { quality: "hd" }, 0.08],
    ["DALL·E 3", { quality: "hd", size: "1024x1792" }, 0.12],
  ])("%s with %j costs what the list says", (label, options, usd) => {
    expect(estimate(label, options)).toEqual({ lowerUsd: usd, upperUsd: usd });
    expect(estimate(label, options, 10)?.upperUsd).toBeCloseTo(usd * 10, 10);
  });

  test.each([
    ["GPT Image 1", "low", "1024x1024", (272 * 40) / 1e6],
    ["GPT Image 1", "medium", "1024x1536", (1584 * 40) / 1e6],
    ["GPT Image 1", "high", "1536x1024", (6208 * 40) / 1e6],
    ["GPT Image 1 mini", "high", "1024x1024", (4160 * 8) / 1e6],
    ["GPT Image 2", "low", "1024x1024", (196 * 30) / 1e6],
    ["GPT Image 2", "high", "1024x1024", (7_024 * 30) / 1e6],
    ["GPT Image 2", "high", "3840x2160", 0.400_26],
    ["GPT Image 2.5 Flare", "high", "1024x1024", (1_756 * 30) / 1e6],
    ["GPT Image 2.5 Flare", "high", "3840x2160", 0.100_08],
    ["GPT Image 2.5 Flare", "xhigh", "1024x1024", (3_122 * 30) / 1e6],
    ["GPT Image 2.6 Flare", "max", "1024x1024", (7_024 * 30) / 1e6],
  ])("%s in %s at %s costs its tokens", (label, quality, size, usd) => {
    const known = estimate(label, { quality, size });
    expect(known?.upperUsd).toBeCloseTo(usd, 8);
    expect(known && isRange(known)).toBe(false);
  });

  test("counts a hundred tokens for each partial, and the prompt's", () => {
    const plain = estimate("GPT Image 1", { quality: "low", size: "1024x1024" })?.upperUsd ?? 0;
    const partials =
      estimate("GPT Image 1", { quality: "low", size: "1024x1024", partials: 3 })?.upperUsd ?? 0;
    expect(partials - plain).toBeCloseTo((300 * 40) / 1e6, 10);
    const prompt =
      estimate("GPT Image 1", { quality: "low", size: "1024x1024" }, 1, "x".repeat(4000))?.upperUsd ?? 0;
    expect(prompt - plain).toBeCloseTo((1000 * 5) / 1e6, 10);
  });

  test("counts a character of another script as a token", () => {
    const of = (prompt: string) => estimate("GPT Image 1", { quality: "low" }, 1, prompt)?.upperUsd ?? 0;
    expect(of("狐".repeat(1000)) - of("")).toBeCloseTo((1000 * 5) / 1e6, 10);
  });

  test("reaches from the cheapest to the dearest that the provider may choose, all qualities of the row included", () => {
    const low = (272 * 40) / 1e6;
    expect(estimate("GPT Image 1", {})).toEqual({
      lowerUsd: expect.closeTo(low, 8),
      upperUsd: expect.closeTo((6240 * 40) / 1e6, 8),
    });
    const of = (options: OptionValues) => estimate("GPT Image 2.5 Flare", { size: "1024x1024", ...options });
    expect(of({ quality: "auto" })?.upperUsd).toBe(of({ quality: "max" })?.upperUsd);
    expect(of({ quality: "auto" })?.lowerUsd).toBe(of({ quality: "low" })?.upperUsd);
    const sized = estimate("GPT Image 2.5 Flare", { quality: "max", size: "auto" });
    const largest = estimate("GPT Image 2.5 Flare", { quality: "max", size: "2048x2048" });
    expect(sized?.upperUsd).toBe(largest?.upperUsd);
  });

  test("pays reference pictures in their range, and once for each picture of a call", () => {
    const options = { quality: "high", size: "1024x1024" };
    const of = (referenceCount: number, imageCount: number) =>
      estimateCost(modelLabelled("GPT Image 2"), { prompt: "", options, referenceCount }, imageCount);
    const [none, two, twoForThree] = [of(0, 1), of(2, 1), of(2, 3)];
    expect((two?.lowerUsd ?? 0) - (none?.lowerUsd ?? 0)).toBeCloseTo((2 * 1_024 * 8) / 1e6, 10);
    expect((two?.upperUsd ?? 0) - (none?.upperUsd ?? 0)).toBeCloseTo((2 * 1_536 * 8) / 1e6, 10);
    expect(twoForThree?.upperUsd).toBeCloseTo(3 * (two?.upperUsd ?? 0), 10);
  });

  test("gives no figure where the table has none", () => {
    expect(estimate("GPT Image 2", { quality: "ultra" })).toBeNull();
    expect(estimateCost(fallbackModel("x"), { prompt: "", options: {} }, 1)).toBeNull();
  });

  test.each(everyModel)("is a sum of money for all that $label takes", (model) => {
    const odd = everyAllowedPairOf(model).filter((options) => {
      const result = estimateCost(model, { prompt: "a", options }, 2);
      return !(result && 0 < result.lowerUsd && result.lowerUsd <= result.upperUsd && result.upperUsd < 100);
    });
    expect(odd).toEqual([]);
  });
});

describe("afterwards", () => {
  const usage = { textInputTokens: 1000, imageInputTokens: 500, outputTokens: 4000 };

  test("follows the tokens that the provider counted", () => {
    const answer = { usage, costUsd: null, options: {}, imageCount: 1 };
    expect(actualCostUsd(modelLabelled("GPT Image 1"), answer)).toBeCloseTo(0.005 + 0.005 + 0.16, 10);
    expect(actualCostUsd(modelLabelled("GPT Image 1"), { ...answer, usage: null })).toBeNull();
    expect(actualCostUsd(fallbackModel("x"), answer)).toBeNull();
  });

  test("follows the list where pictures have a price", () => {
    const answer = { usage: null, costUsd: null, options: { quality: "hd" }, imageCount: 2 };
    expect(actualCostUsd(modelLabelled("DALL·E 3"), answer)).toBeCloseTo(0.16, 10);
  });

  test("is what the provider says it charged, whatever the list and the tokens say", () => {
    const answer = { usage, costUsd: 0.0193, options: {}, imageCount: 2 };
    for (const model of [...everyModel, fallbackModel("x")])
      expect(actualCostUsd(model, answer)).toBe(0.0193);
  });
});
