import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { providerRequest } from "./provider-request";
import { sizeFields } from "./wire-size";

const prompt = "a fox";

test.each([
  ["pixels", "1536x1024", { size: "1536x1024" }],
  ["pixels", "auto", { size: "auto" }],
  ["width-and-height", "1536x1024", { width: 1536, height: 1024 }],
  ["width-and-height", "auto", {}],
  ["ratio-and-tier", "1536x1024", { aspect_ratio: "3:2", resolution: "1K" }],
  ["ratio-and-tier", "1792x1024", { aspect_ratio: "16:9", resolution: "2K" }],
  ["ratio-and-tier", "3840x2160", { aspect_ratio: "16:9", resolution: "4K" }],
  ["ratio-and-tier", "auto", {}],
] as const)("a size as %s: %s", (sizeAs, size, fields) => {
  expect(sizeFields(size, { ...DIALECTS.openai, sizeAs })).toEqual(fields);
});

test("OpenRouter's own route gets JSON with a ratio, the vendor's prefix, and nothing that it refuses", () => {
  const options = { size: "1024x1536", quality: "high", moderation: "low", partials: 2 };
  const model = modelLabelled("GPT Image 2");
  expect(providerRequest(model, { prompt, options }, 1, DIALECTS.openrouter)).toEqual({
    endpoint: "images",
    path: "/images",
    body: {
      ...{ model: `openai/${model.wireId}`, prompt, n: 1, quality: "high", stream: true, partial_images: 2 },
      ...{ aspect_ratio: "2:3", resolution: "1K" },
    },
  });
});

test("a local server is asked for bytes, never for a stream", () => {
  const model = modelLabelled("GPT Image 2");
  const { body } = providerRequest(model, { prompt, options: { partials: 2 } }, 1, DIALECTS.local);
  expect(body).toEqual({ model: model.wireId, prompt, n: 1, response_format: "b64_json" });
});

test("a multimodal model is asked through chat, with ratio and resolution as its picture's settings", () => {
  const model = modelLabelled("Gemini 3 Pro Image");
  const options = { aspectRatio: "16:9", resolution: "2K" };
  expect(providerRequest(model, { prompt, options }, 1, { ...DIALECTS.openai, idPrefix: "vendor" })).toEqual({
    endpoint: "chat",
    path: "/chat/completions",
    body: {
      model: `google/${model.wireId}`,
      messages: [{ role: "user", content: prompt }],
      modalities: ["image", "text"],
      image_config: { aspect_ratio: "16:9", image_size: "2K" },
    },
  });
});
