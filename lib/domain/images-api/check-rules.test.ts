import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { verdict } from "./verdict.fixture";

const prompt = "a lamp";
const richStream = { model: ids.gptImage1, prompt, stream: true };

/** Written from the API's reference by hand, so that a wrong row is noticed. */
describe("what the reference says, word for word", () => {
  test.each<[string, object, string]>([
    ["dall-e-3 draws one", { model: "dall-e-3", prompt, n: 1 }, "dall-e-3"],
    ["dall-e-3 draws no two", { model: "dall-e-3", prompt, n: 2 }, "400 invalid_value n"],
    [
      "dall-e-3 background",
      { model: "dall-e-3", prompt, background: "auto" },
      "400 unknown_parameter background",
    ],
    ["dall-e-3 stream", { model: "dall-e-3", prompt, stream: true }, "400 unknown_parameter stream"],
    ["dall-e-3 stream off", { model: "dall-e-3", prompt, stream: false }, "400 unknown_parameter stream"],
    ["dall-e-3 wide", { model: "dall-e-3", prompt, size: "1792x1024" }, "dall-e-3"],
    ["dall-e-3 the others' wide", { model: "dall-e-3", prompt, size: "1536x1024" }, "400 invalid_value size"],
    ["dall-e-3 hd", { model: "dall-e-3", prompt, quality: "hd", style: "natural" }, "dall-e-3"],
    ["dall-e-3 high", { model: "dall-e-3", prompt, quality: "high" }, "400 invalid_value quality"],
    ["dall-e-3 4,001", { model: "dall-e-3", prompt: "a".repeat(4001) }, "400 string_above_max_length prompt"],
    ["dall-e-2 ten", { model: "dall-e-2", prompt, n: 10, size: "256x256" }, "dall-e-2"],
    ["dall-e-2 eleven", { model: "dall-e-2", prompt, n: 11 }, "400 invalid_value n"],
    ["dall-e-2 style", { model: "dall-e-2", prompt, style: "vivid" }, "400 unknown_parameter style"],
    ["dall-e-2 hd", { model: "dall-e-2", prompt, quality: "hd" }, "400 invalid_value quality"],
    ["dall-e-2 url", { model: "dall-e-2", prompt, response_format: "url" }, "dall-e-2"],
    ["dall-e-2 1,001", { model: "dall-e-2", prompt: "a".repeat(1001) }, "400 string_above_max_length prompt"],
    [
      "a strange format",
      { model: "dall-e-2", prompt, response_format: "png" },
      "400 invalid_value response_format",
    ],
    [
      `${ids.gptImage1} response_format`,
      { model: ids.gptImage1, prompt, response_format: "b64_json" },
      "400 unknown_parameter response_format",
    ],
    [
      `${ids.gptImage1} style`,
      { model: ids.gptImage1, prompt, style: "vivid" },
      "400 unknown_parameter style",
    ],
    [
      `${ids.gptImage1} xhigh`,
      { model: ids.gptImage1, prompt, quality: "xhigh" },
      "400 invalid_value quality",
    ],
    [
      `${ids.gptImage1} all`,
      {
        model: `openai/${ids.gptImage1}`,
        prompt,
        n: 10,
        size: "1024x1536",
        quality: "low",
        background: "transparent",
        moderation: "low",
        output_format: "webp",
        output_compression: 0,
        user: "u",
        safety_identifier: "s",
      },
      ids.gptImage1,
    ],
    [
      `${ids.gptImage1} free size`,
      { model: ids.gptImage1, prompt, size: "1280x1280" },
      "400 invalid_value size",
    ],
    [
      `${ids.gptImage1} 32,001`,
      { model: ids.gptImage1, prompt: "a".repeat(32_001) },
      "400 string_above_max_length prompt",
    ],
    [
      "compression 101",
      { model: ids.gptImage1, prompt, output_format: "jpeg", output_compression: 101 },
      "400 invalid_value output_compression",
    ],
    [
      "compression of png",
      { model: ids.gptImage1, prompt, output_compression: 50 },
      "400 invalid_value output_compression",
    ],
    [
      "transparent jpeg",
      { model: ids.gptImage1, prompt, background: "transparent", output_format: "jpeg" },
      "400 invalid_value background",
    ],
    [
      "transparent png by default",
      { model: ids.gptImage1, prompt, background: "transparent" },
      ids.gptImage1,
    ],
    [
      "partials without stream",
      { model: ids.gptImage1, prompt, partial_images: 2 },
      "400 invalid_value partial_images",
    ],
    [
      "partials with stream off",
      { model: ids.gptImage1, prompt, stream: false, partial_images: 2 },
      "400 invalid_value partial_images",
    ],
    ["four partials", { ...richStream, partial_images: 4 }, "400 invalid_value partial_images"],
    ["three partials", { ...richStream, partial_images: 3 }, ids.gptImage1],
    ["a stream of two", { ...richStream, n: 2 }, "400 invalid_value n"],
    ["a stream as a text", { ...richStream, stream: "true" }, "400 invalid_type stream"],
    [
      `${ids.gptImage2} off the grid`,
      { model: ids.gptImage2, prompt, size: "1000x1000" },
      "400 invalid_value size",
    ],
    [`${ids.gptImage2} on the grid`, { model: ids.gptImage2, prompt, size: "1008x1008" }, ids.gptImage2],
    [
      `${ids.gptImage2} too narrow`,
      { model: ids.gptImage2, prompt, size: "3840x1264" },
      "400 invalid_value size",
    ],
    [`${ids.gptImage2} at 3:1`, { model: ids.gptImage2, prompt, size: "3840x1280" }, ids.gptImage2],
    [
      `${ids.gptImage2} too long`,
      { model: ids.gptImage2, prompt, size: "3856x2048" },
      "400 invalid_value size",
    ],
    [
      `${ids.gptImage2} too small`,
      { model: ids.gptImage2, prompt, size: "800x800" },
      "400 invalid_value size",
    ],
    [
      `${ids.gptImage2} too large`,
      { model: ids.gptImage2, prompt, size: "3840x2176" },
      "400 invalid_value size",
    ],
    [
      `${ids.gptImage2} transparent`,
      { model: ids.gptImage2, prompt, background: "transparent" },
      ids.gptImage2,
    ],
    [
      `${ids.gptImage2} complexity`,
      { model: ids.gptImage2, prompt, complexity: "low" },
      "400 unknown_parameter complexity",
    ],
    [
      "2.5 max",
      { model: ids.gptImage25Flare, prompt, quality: "max", background: "transparent" },
      ids.gptImage25Flare,
    ],
    [
      "2.5 svg",
      { model: ids.gptImage25Sunburst, prompt, output_format: "svg" },
      "400 invalid_value output_format",
    ],
    [
      "2.6 svg",
      { model: ids.gptImage26Flare, prompt, output_format: "svg", complexity: "low" },
      ids.gptImage26Flare,
    ],
    [
      "2.6 svg streamed",
      { model: ids.gptImage26Flare, prompt, output_format: "svg", stream: true },
      "400 invalid_value stream",
    ],
    [
      "2.6 gif with partials",
      { model: ids.gptImage26Sunburst, prompt, output_format: "gif", stream: true, partial_images: 1 },
      "400 invalid_value partial_images",
    ],
    ["2.6 bare", { model: ids.gptImage26, prompt }, "404 model_not_found model"],
    ["no such model", { model: "paint-1", prompt }, "404 model_not_found model"],
    ["a model as a number", { model: 2, prompt }, "400 invalid_type model"],
    ["no prompt", { model: ids.gptImage1 }, "400 missing_required_parameter prompt"],
    ["a null prompt", { model: ids.gptImage1, prompt: null }, "400 missing_required_parameter prompt"],
    ["an empty prompt", { model: ids.gptImage1, prompt: "" }, "400 empty_string prompt"],
    ["a prompt as a list", { model: ids.gptImage1, prompt: ["a"] }, "400 invalid_type prompt"],
    ["n zero", { model: ids.gptImage1, prompt, n: 0 }, "400 invalid_value n"],
    ["n as a text", { model: ids.gptImage1, prompt, n: "2" }, "400 invalid_type n"],
    ["n and a half", { model: ids.gptImage1, prompt, n: 1.5 }, "400 invalid_type n"],
    ["a user as a number", { model: ids.gptImage1, prompt, user: 7 }, "400 invalid_type user"],
    [
      "a safety identifier as a number",
      { model: ids.gptImage1, prompt, safety_identifier: 7 },
      "400 invalid_type safety_identifier",
    ],
    ["an unknown parameter", { model: ids.gptImage1, prompt, seed: 7 }, "400 unknown_parameter seed"],
    [
      "a name of the object's own",
      { model: ids.gptImage1, prompt, constructor: 7 },
      "400 unknown_parameter constructor",
    ],
    [
      "fidelity outside edits",
      { model: ids.gptImage1, prompt, input_fidelity: "high" },
      "400 unknown_parameter input_fidelity",
    ],
    [
      "nulls are absent",
      { model: ids.gptImage1, prompt, n: null, size: null, stream: null, partial_images: null },
      ids.gptImage1,
    ],
  ])("%s", (_, body, expected) => {
    expect(verdict(body)).toBe(expected);
  });

  test("counts characters as people do, so that 32,000 emoji fit", () => {
    expect(verdict({ model: ids.gptImage1, prompt: "\u{1F3A8}".repeat(32_000) })).toBe(ids.gptImage1);
  });
});

describe("a request that names no model", () => {
  test.each<[object, string]>([
    [{}, "dall-e-2"],
    [{ n: 2, size: "512x512", quality: "standard", response_format: "url", user: "u" }, "dall-e-2"],
    [{ model: null }, "dall-e-2"],
    [{ background: "opaque" }, ids.gptImage1],
    [{ moderation: "low" }, ids.gptImage1],
    [{ output_format: "webp" }, ids.gptImage1],
    [{ output_format: "jpeg", output_compression: 50 }, ids.gptImage1],
    [{ stream: true }, ids.gptImage1],
    [{ style: "vivid" }, "400 unknown_parameter style"],
    [{ background: "opaque", response_format: "url" }, "400 unknown_parameter response_format"],
    [{ size: "1536x1024" }, "400 invalid_value size"],
  ])("with %j means %s", (body, expected) => {
    expect(verdict({ prompt, ...body })).toBe(expected);
  });
});
