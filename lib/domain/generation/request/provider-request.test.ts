import { expect, test } from "vitest";
import { everyAllowedPairOf, everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { chosenEntries } from "@/lib/domain/models/options/option";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { planCalls } from "./call-plan";
import { providerRequest } from "./provider-request";

/** Which model takes which parameter, read off the reference (images-api.md, section 1). */
const TAKERS: Record<string, RegExp> = {
  size: /./,
  quality: /./,
  style: /^DALL·E 3$/,
  background: /^GPT/,
  complexity: /^GPT Image 2\.6/,
  output_format: /^GPT/,
  output_compression: /^GPT/,
  moderation: /^GPT/,
  frame_count: /^GPT Image 2\.6/,
  frame_duration_ms: /^GPT Image 2\.6/,
  partial_images: /^GPT/,
  stream: /^GPT/,
  response_format: /^DALL·E/,
};

const prompt = "a fox";

function bodyOf(...[model, input, imageCount]: [Model, Input, number]) {
  return providerRequest(model, input, imageCount, DIALECTS.openai).body;
}
type Model = Parameters<typeof providerRequest>[0];
type Input = Parameters<typeof providerRequest>[1];

test("sends nothing that was not chosen", () => {
  expect(bodyOf(modelLabelled("GPT Image 1"), { prompt, options: {} }, 3)).toEqual({
    model: modelLabelled("GPT Image 1").id,
    prompt,
    n: 3,
  });
});

test("sends what was chosen under the names of the API", () => {
  const options = {
    ...{ size: "1024x1536", quality: "high", background: "opaque", complexity: "low", outputFormat: "webp" },
    ...{ compression: 0, moderation: "low", partials: 0 },
  };
  const model = modelLabelled("GPT Image 2.6 Flare");
  expect(bodyOf(model, { prompt, options }, 1)).toEqual({
    ...{ model: model.id, prompt, n: 1, stream: true, partial_images: 0 },
    ...{ size: "1024x1536", quality: "high", background: "opaque", complexity: "low" },
    ...{ output_format: "webp", output_compression: 0, moderation: "low" },
  });
});

test("asks for bytes where the model could answer with an address", () => {
  const options = { style: "natural", quality: "hd" };
  expect(bodyOf(modelLabelled("DALL·E 3"), { prompt, options }, 1)).toEqual({
    ...{ model: "dall-e-3", prompt, n: 1, style: "natural", quality: "hd", response_format: "b64_json" },
  });
});

test("puts the vendor before the id where the gateway wants it, and once only", () => {
  const idOf = (model: Parameters<typeof providerRequest>[0]) =>
    providerRequest(model, { prompt, options: {} }, 1, { ...DIALECTS.openai, idPrefix: "vendor" }).body.model;
  expect(idOf(modelLabelled("DALL·E 3"))).toBe("openai/dall-e-3");
  expect(idOf(fallbackModel("google/unheard-of"))).toBe("google/unheard-of");
});

test.each(everyModel.filter(({ endpoint }) => endpoint === "images"))(
  "never sends $label a parameter that it refuses",
  (model) => {
    const wrong: string[] = [];
    for (const options of everyAllowedPairOf(model)) {
      for (const { imageCount } of planCalls(model, options, 10)) {
        const { model: _, prompt: __, n, ...parameters } = bodyOf(model, { prompt, options }, imageCount);
        const sent = Object.keys(parameters);
        wrong.push(...sent.filter((name) => !TAKERS[name]?.test(model.label)));
        if (parameters.stream && n !== 1) wrong.push("stream of several");
        if (parameters.partial_images !== undefined && !parameters.stream)
          wrong.push("partials without stream");
        const added = sent.filter((name) => name !== "stream" && name !== "response_format").length;
        if (added !== chosenEntries(options).length) wrong.push("not what was chosen");
      }
    }
    expect(wrong).toEqual([]);
  },
);
