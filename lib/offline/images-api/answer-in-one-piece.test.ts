import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { createTestApi, generate, generationRequest } from "./api.fixture";
import { readDrawn } from "./stub-painter.fixture";

const model = ids.gptImage1;

describe("generations in one piece", () => {
  test("gives pictures, what was used, and the time in seconds", async () => {
    const api = createTestApi({ now: () => 1_700_000_000_500 });
    const answer = await generate(api, {
      model,
      prompt: "a lamp",
      n: 2,
      output_format: "webp",
      quality: "high",
    });
    expect(answer).toMatchObject({
      created: 1_700_000_000,
      size: "1024x1024",
      quality: "high",
      background: "opaque",
      output_format: "webp",
    });
    expect(answer.data.map((entry) => readDrawn(entry.b64_json).variant)).toEqual([0, 1]);
    expect(answer.data[0]).not.toHaveProperty("revised_prompt");
  });

  test("hands size, background, format, compression and detail to the painter", async () => {
    const body = { size: "1024x1536", quality: "low", output_format: "webp", output_compression: 40 };
    const { data } = await generate(createTestApi(), {
      model,
      prompt: "a lamp",
      background: "transparent",
      ...body,
    });
    expect(readDrawn(data[0]?.b64_json)).toMatchObject({
      prompt: "a lamp",
      widthPx: 1024,
      heightPx: 1536,
      background: "transparent",
      detail: "low",
      format: "webp",
      compression: 40,
    });
  });

  test.each([
    ["a wide valley", "1536x1024"],
    ["Portrait of a heron", "1024x1536"],
    ["a lamp", "1024x1024"],
  ])("chooses the size for %j where it is left to it: %s", async (prompt, size) => {
    expect(await generate(createTestApi(), { model, prompt })).toMatchObject({ size });
    expect(await generate(createTestApi(), { model, prompt, size: "auto" })).toMatchObject({ size });
  });

  test("keeps a size that was asked for, whatever the prompt says", async () => {
    const body = { model: ids.gptImage2, prompt: "a wide valley", size: "1008x1024" };
    expect(await generate(createTestApi(), body)).toMatchObject({ size: "1008x1024" });
  });

  test("decides quality and background by itself where they are auto", async () => {
    const api = createTestApi();
    const auto = { model, quality: "auto", background: "auto" };
    expect(await generate(api, { ...auto, prompt: "a lamp" })).toMatchObject({
      quality: "medium",
      background: "opaque",
    });
    expect(await generate(api, { ...auto, prompt: "a sticker" })).toMatchObject({
      background: "transparent",
    });
    expect(await generate(api, { ...auto, prompt: "a sticker", output_format: "jpeg" })).toMatchObject({
      background: "opaque",
    });
    const opaqueOnly = { ...auto, background: "opaque", prompt: "a sticker" };
    expect(await generate(api, opaqueOnly)).toMatchObject({ background: "opaque" });
  });

  test.each([
    [{ quality: "low", size: "1024x1024" }, 272],
    [{ quality: "low", size: "1536x1024" }, 400],
    [{ quality: "medium", size: "1024x1536" }, 1584],
    [{ quality: "high", size: "1024x1024", n: 2 }, 8320],
  ])("counts the tokens of %j by the price list: %i", async (body, outputTokens) => {
    const { usage } = await generate(createTestApi(), { model, prompt: "12345678", ...body });
    expect(usage).toEqual({
      input_tokens: 2,
      input_tokens_details: { text_tokens: 2, image_tokens: 0 },
      output_tokens: outputTokens,
      total_tokens: outputTokens + 2,
    });
  });

  test("gives each request with the same prompt another picture, and the same again after a fresh start", async () => {
    const drawFour = async () => {
      const api = createTestApi();
      const answers = await Promise.all([1, 2, 3, 4].map(() => generate(api, { model, prompt: "a lamp" })));
      return answers.map(({ data }) => readDrawn(data[0]?.b64_json).variant);
    };
    expect(new Set(await drawFour())).toEqual(new Set([0, 1, 2, 3]));
    expect(await drawFour()).toEqual(await drawFour());
  });

  test("does not count a refused request as a variant", async () => {
    const api = createTestApi();
    await api(generationRequest({ model, prompt: "a lamp", size: "1x1" }));
    const { data } = await generate(api, { model, prompt: "a lamp" });
    expect(readDrawn(data[0]?.b64_json).variant).toBe(0);
  });
});

describe("the older models", () => {
  test("answers with the pictures alone, and with the revised prompt where the model takes a style", async () => {
    const bytes = { response_format: "b64_json", prompt: "a lamp" };
    const three = await generate(createTestApi(), { model: "dall-e-3", ...bytes });
    expect(Object.keys(three).toSorted()).toEqual(["created", "data"]);
    expect(three.data[0]?.revised_prompt).toContain("a lamp");
    const two = await generate(createTestApi(), { model: "dall-e-2", ...bytes });
    expect(two.data[0]).not.toHaveProperty("revised_prompt");
  });

  test("answers with an address by default, which lives for 60 minutes", async () => {
    let nowMs = 0;
    const api = createTestApi({ now: () => nowMs, requireKey: "sk-test" });
    const headers = { "content-type": "application/json", authorization: "Bearer sk-test" };
    const body = JSON.stringify({ model: "dall-e-2", prompt: "a lamp" });
    const answer = await (await api(generationRequest({}, { headers, body }))).json();
    const { url } = answer.data[0];
    expect(url).toMatch(/^http:\/\/offline\.invalid\/v1\/files\/[\w-]+$/);

    nowMs = 60 * 60_000 - 1;
    const alive = await api(new Request(url));
    expect(alive.headers.get("content-type")).toBe("image/png");
    expect(readDrawn(Buffer.from(await alive.arrayBuffer()).toString("base64"))).toMatchObject({
      prompt: "a lamp",
    });
    nowMs += 1;
    expect((await api(new Request(url))).status).toBe(404);
  });
});
