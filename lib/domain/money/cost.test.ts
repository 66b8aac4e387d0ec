import { describe, expect, test } from "vitest";
import { everyAllowedPairOf, everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { fallbackModel } from "@/lib/domain/models/model-table";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { actualCostUsd, estimateCost } from "./cost";

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
    expect(estimate(label, options)).toEqual({ usd, upTo: false });
    expect(estimate(label, options, 10)?.usd).toBeCloseTo(usd * 10, 10);
  });

  test.each([
    ["GPT Image 1", "low", "1024x1024", (272 * 40) / 1e6],
    ["GPT Image 1", "medium", "1024x1536", (1584 * 40) / 1e6],
    ["GPT Image 1", "high", "1536x1024", (6208 * 40) / 1e6],
    ["GPT Image 1 mini", "high", "1024x1024", (4160 * 8) / 1e6],
    ["GPT Image 2", "low", "1024x1024", (272 * 30) / 1e6],
    ["GPT Image 2", "low", "2048x2048", (272 * 4 * 30) / 1e6],
  ])("%s in %s at %s costs its tokens", (label, quality, size, usd) => {
    expect(estimate(label, { quality, size })?.usd).toBeCloseTo(usd, 8);
  });

  test("counts a hundred tokens for each partial, and the prompt's", () => {
    const plain = estimate("GPT Image 1", { quality: "low", size: "1024x1024" })?.usd ?? 0;
    const partials = estimate("GPT Image 1", { quality: "low", size: "1024x1024", partials: 3 })?.usd ?? 0;
    expect(partials - plain).toBeCloseTo((300 * 40) / 1e6, 10);
    const prompt =
      estimate("GPT Image 1", { quality: "low", size: "1024x1024" }, 1, "x".repeat(4000))?.usd ?? 0;
    expect(prompt - plain).toBeCloseTo((1000 * 5) / 1e6, 10);
  });

  test("names the dearest where the provider chooses", () => {
    expect(estimate("GPT Image 1", {})).toEqual({ usd: expect.closeTo(0.2496, 8), upTo: true });
    expect(estimate("GPT Image 1", { quality: "low", size: "1024x1024" })?.upTo).toBe(false);
  });

  test("gives no figure where the table has none", () => {
    expect(estimate("GPT Image 2.5 Flare", { quality: "max" })).toBeNull();
    expect(estimateCost(fallbackModel("x"), { prompt: "", options: {} }, 1)).toBeNull();
  });

  test.each(everyModel)("is a sum of money for all that $label takes, or none", (model) => {
    const odd = everyAllowedPairOf(model).filter((options) => {
      const result = estimateCost(model, { prompt: "a", options }, 2);
      return result !== null && !(Number.isFinite(result.usd) && result.usd > 0);
    });
    expect(odd).toEqual([]);
  });
});

describe("afterwards", () => {
  const usage = { textInputTokens: 1000, imageInputTokens: 500, outputTokens: 4000 };

  test("follows the tokens that the provider counted", () => {
    const answer = { usage, options: {}, imageCount: 1 };
    expect(actualCostUsd(modelLabelled("GPT Image 1"), answer)).toBeCloseTo(0.005 + 0.005 + 0.16, 10);
    expect(actualCostUsd(modelLabelled("GPT Image 1"), { ...answer, usage: null })).toBeNull();
    expect(actualCostUsd(fallbackModel("x"), answer)).toBeNull();
  });

  test("follows the list where pictures have a price", () => {
    const answer = { usage: null, options: { quality: "hd" }, imageCount: 2 };
    expect(actualCostUsd(modelLabelled("DALL·E 3"), answer)).toBeCloseTo(0.16, 10);
  });
});
