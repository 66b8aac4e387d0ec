import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { createTestApi, readError, readEventLines } from "./api.fixture";
import { greyPainter } from "./stub-painter.fixture";

const api = createTestApi({ painter: greyPainter });
const white = { r: 255, g: 255, b: 255 };

let square: Buffer<ArrayBuffer>;
let halfMask: Buffer<ArrayBuffer>;

beforeAll(async () => {
  square = Buffer.from(await picture(64, 64).png().toBuffer());
  const keptHalf = await sharp({
    create: { width: 32, height: 64, channels: 4, background: "black" },
  })
    .png()
    .toBuffer();
  const mask = sharp({ create: { width: 64, height: 64, channels: 4, background: { ...white, alpha: 0 } } });
  halfMask = Buffer.from(
    await mask
      .composite([{ input: keptHalf, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
});

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: white } });
}

type Fields = Record<string, string | Buffer<ArrayBuffer> | Buffer<ArrayBuffer>[]>;

function edit(fields: Fields): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, typeof one === "string" ? one : new Blob([one]));
  }
  return api(new Request("http://offline.invalid/v1/images/edits", { method: "POST", body: form }));
}

async function pixelAt(base64: unknown, left: number, top: number) {
  const pixel = sharp(Buffer.from(String(base64), "base64")).extract({ left, top, width: 1, height: 1 });
  return [...(await pixel.removeAlpha().raw().toBuffer())];
}

const rich = { model: ids.gptImage1, prompt: "a lamp" };

describe("edits", () => {
  test("lays a sketch over the reference at the size that was asked for", async () => {
    const response = await edit({ ...rich, image: square, size: "1536x1024", quality: "low" });
    const answer = await response.json();
    expect(answer).toMatchObject({ size: "1536x1024", quality: "low", output_format: "png" });
    const [red] = await pixelAt(answer.data[0].b64_json, 10, 10);
    expect(red).toBeGreaterThan(20);
    expect(red).toBeLessThan(255);
    expect(await sharp(Buffer.from(answer.data[0].b64_json, "base64")).metadata()).toMatchObject({
      width: 1536,
      height: 1024,
    });
  });

  test("keeps the reference where the mask is opaque", async () => {
    const answer = await (await edit({ ...rich, image: square, mask: halfMask, size: "1024x1024" })).json();
    expect(await pixelAt(answer.data[0].b64_json, 100, 500)).toEqual([255, 255, 255]);
    expect(await pixelAt(answer.data[0].b64_json, 900, 500)).not.toEqual([255, 255, 255]);
  });

  test.each(["png", "jpeg", "webp"])("answers in %s", async (format) => {
    const answer = await (await edit({ ...rich, image: square, output_format: format })).json();
    const { format: actual } = await sharp(Buffer.from(answer.data[0].b64_json, "base64")).metadata();
    expect(actual).toBe(format);
  });

  test("streams with the names of edits and counts the reference's tokens", async () => {
    const fields = { ...rich, image: [square, square], stream: "true", partial_images: "1", n: "1" };
    const events = await readEventLines(await edit(fields));
    expect(events.map(({ name }) => name)).toEqual(["image_edit.partial_image", "image_edit.completed"]);
    const imageTokens = 2 * (65 + 129);
    expect(events[1]?.data).toMatchObject({
      usage: { input_tokens_details: { text_tokens: 2, image_tokens: imageTokens } },
    });
  });

  test("reads whole numbers from their texts", async () => {
    const answer = await (await edit({ ...rich, image: square, n: "2" })).json();
    expect(answer.data).toHaveLength(2);
  });

  test.each<[string, (square: Buffer<ArrayBuffer>) => Fields, object]>([
    ["no image", () => rich, { code: "missing_required_parameter", param: "image" }],
    ["a text as image", () => ({ ...rich, image: "x" }), { code: "invalid_type", param: "image" }],
    [
      "17 images",
      (one) => ({ ...rich, "image[]": Array(17).fill(one) }),
      { code: "invalid_value", param: "image" },
    ],
    [
      "no picture",
      () => ({ ...rich, image: Buffer.from("text") }),
      { code: "invalid_image_file", param: "image" },
    ],
    ["n as a word", (one) => ({ ...rich, image: one, n: "two" }), { code: "invalid_type", param: "n" }],
    [
      "a foreign parameter",
      (one) => ({ ...rich, image: one, seed: "1" }),
      { code: "unknown_parameter", param: "seed" },
    ],
    [
      "a strange fidelity",
      (one) => ({ ...rich, image: one, input_fidelity: "max" }),
      { code: "invalid_value", param: "input_fidelity" },
    ],
    [
      "two for dall-e-2",
      (one) => ({ model: "dall-e-2", prompt: "a", image: [one, one] }),
      { code: "invalid_value", param: "image" },
    ],
    [
      "dall-e-3",
      (one) => ({ model: "dall-e-3", prompt: "a", image: one }),
      { status: 404, code: "model_not_found" },
    ],
    [
      "a mask without alpha",
      (one) => ({ ...rich, image: one, mask: one }),
      { code: "invalid_value", param: "mask" },
    ],
    ["an unsafe prompt", (one) => ({ ...rich, prompt: "gore", image: one }), { code: "moderation_blocked" }],
  ])("refuses %s", async (_, fields, expected) => {
    expect(await readError(await edit(fields(square)))).toMatchObject({ status: 400, ...expected });
  });

  test("refuses a picture of dall-e-2 that is not square or not png", async () => {
    const wide = Buffer.from(await picture(64, 32).png().toBuffer());
    const jpeg = Buffer.from(await picture(64, 64).jpeg().toBuffer());
    for (const image of [wide, jpeg]) {
      const error = await readError(await edit({ model: "dall-e-2", prompt: "a", image }));
      expect(error).toMatchObject({ status: 400, code: "invalid_image_file", param: "image" });
    }
  });

  test("refuses a mask of another size", async () => {
    const small = Buffer.from(await sharp(halfMask).resize(32, 32).png().toBuffer());
    const error = await readError(await edit({ ...rich, image: square, mask: small }));
    expect(error).toMatchObject({ code: "invalid_value", param: "mask" });
  });

  test("means the plain model by one image alone, and the rich one by several", async () => {
    const one = await (await edit({ prompt: "a", image: square })).json();
    expect(one.data[0]).toHaveProperty("url");
    const two = await (await edit({ prompt: "a", image: [square, square] })).json();
    expect(two.data[0]).toHaveProperty("b64_json");
  });

  test("refuses a body that is no form", async () => {
    const request = new Request("http://offline.invalid/v1/images/edits", { method: "POST", body: "{}" });
    expect(await readError(await api(request))).toMatchObject({ status: 400 });
  });
});
