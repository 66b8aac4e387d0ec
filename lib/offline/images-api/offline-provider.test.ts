import OpenAI, { APIError } from "openai";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { modelTable } from "@/lib/domain/models/model-table";
import { createOfflineFetch } from "./offline-provider";

function createClient(): OpenAI {
  return new OpenAI({
    apiKey: "none",
    baseURL: "http://offline.invalid/v1",
    maxRetries: 0,
    fetch: createOfflineFetch({ models: modelTable(), paceMs: 0 }),
  });
}

const body = { model: ids.gptImage1, prompt: "a lighthouse", size: "1024x1024", quality: "low" } as const;

function bytesOf(base64: string | undefined): Buffer {
  return Buffer.from(base64 ?? "", "base64");
}

describe("the offline provider behind the real client", () => {
  test("draws several different pictures in one piece", async () => {
    const answer = await createClient().images.generate({ ...body, n: 2 });
    const [first, second] = (answer.data ?? []).map((image) => bytesOf(image.b64_json));
    expect(await sharp(first).metadata()).toMatchObject({ format: "png", width: 1024, height: 1024 });
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
    expect(answer.usage?.output_tokens).toBe(2 * 272);
  });

  test("develops a picture in a stream", async () => {
    const stream = await createClient().images.generate({
      ...body,
      stream: true,
      partial_images: 2,
      output_format: "webp",
    });
    const types: string[] = [];
    for await (const event of stream) {
      types.push(event.type);
      expect(await sharp(bytesOf(event.b64_json)).metadata()).toMatchObject({ format: "webp" });
    }
    expect(types).toEqual([
      "image_generation.partial_image",
      "image_generation.partial_image",
      "image_generation.completed",
    ]);
  });

  test("refuses in a way that the client understands", async () => {
    const refused = createClient().images.generate({ ...body, size: "256x256" });
    await expect(refused).rejects.toBeInstanceOf(APIError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: "invalid_value", param: "size" });
  });

  test("lists the models", async () => {
    const { data } = await createClient().models.list();
    expect(data.map(({ id }) => id)).toContain("dall-e-3");
  });

  test("takes an edit as the client sends it", async () => {
    const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: "white" } });
    const image = new File([new Uint8Array(await picture.png().toBuffer())], "a.png", { type: "image/png" });
    const answer = await createClient().images.edit({
      ...body,
      image: [image, image],
      input_fidelity: "high",
    });
    expect(await sharp(bytesOf(answer.data?.[0]?.b64_json)).metadata()).toMatchObject({ width: 1024 });
  });

  test("ends the client's loop when the client aborts", async () => {
    const client = createClient();
    const stream = await client.images.generate({ ...body, stream: true, partial_images: 3 });
    const types: string[] = [];
    for await (const event of stream) {
      types.push(event.type);
      stream.controller.abort();
    }
    expect(types.every((type) => type === "image_generation.partial_image")).toBe(true);
  });
});
