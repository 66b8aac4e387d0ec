import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { lchOf } from "./color/color";
import { paint, paintPartial } from "./paint";
import type { PaintFormat, PaintRequest } from "./paint-request";
import { hexOfBytes } from "./raster/pixels";

const request: PaintRequest = {
  prompt: "mountains at dusk",
  variant: 0,
  widthPx: 192,
  heightPx: 128,
  background: "auto",
  detail: "medium",
};

async function rawOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function distance(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, two] = [await rawOf(a), await rawOf(b)];
  return (
    one.data.reduce((sum, value, index) => sum + Math.abs(value - (two.data[index] ?? 0)), 0) /
    one.data.length
  );
}

async function meanOf(bytes: Uint8Array): Promise<readonly [number, number, number]> {
  const { channels } = await sharp(bytes).stats();
  return [channels[0]?.mean ?? 0, channels[1]?.mean ?? 0, channels[2]?.mean ?? 0];
}

describe("paint", () => {
  test.each([
    "mountains at dusk, watercolor",
    "a fox, low poly",
    "a vase, oil painting",
    "a village, pixel art",
  ])("draws the same bytes for the same request: %s", async (prompt) => {
    const one = await paint({ ...request, prompt }, "png", 90);
    const two = await paint({ ...request, prompt }, "png", 90);
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0);
  });

  test.each(["mountains", "portrait of a woman", "abstract shapes", "logo of a leaf", "city at night"])(
    "draws variants that differ in more than noise: %s",
    async (prompt) => {
      const one = await paint({ ...request, prompt }, "png", 90);
      const two = await paint({ ...request, prompt, variant: 1 }, "png", 90);
      expect(await distance(one, two)).toBeGreaterThan(8);
    },
  );

  test.each<PaintFormat>(["png", "jpeg", "webp", "gif", "svg"])(
    "keeps format and size in pixels: %s",
    async (format) => {
      const bytes = await paint({ ...request, widthPx: 210, heightPx: 70 }, format, 80);
      const found = await sharp(bytes).metadata();
      expect([found.format, found.width, found.height]).toEqual([format, 210, 70]);
    },
  );

  test.each([
    [64, 64],
    [64, 192],
    [3840, 1280],
  ])("draws at the limits of size and ratio: %i × %i", async (widthPx, heightPx) => {
    const found = await sharp(await paint({ ...request, widthPx, heightPx }, "jpeg", 50)).metadata();
    expect([found.width, found.height]).toEqual([widthPx, heightPx]);
  });

  test.each([
    "a red fox",
    "mountains at dusk",
    "portrait of an old man",
    "a horse, low poly",
    "an owl, oil painting",
    "pattern of leaves",
    "a boat, pixel art",
  ])("leaves the corners of a cut-out empty and its middle not: %s", async (prompt) => {
    const { data, width, height } = await rawOf(
      await paint({ ...request, prompt, background: "transparent" }, "png", 90),
    );
    const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3];
    expect([alpha(0, 0), alpha(width - 1, 0)]).toEqual([0, 0]);
    expect(
      data.filter((value, index) => index % 4 === 3 && value > 200).length / (width * height),
    ).toBeGreaterThan(0.03);
  });

  test("has no transparent pixel on an opaque ground", async () => {
    const { data } = await rawOf(await paint({ ...request, background: "opaque" }, "webp", 90));
    expect(data.filter((_, index) => index % 4 === 3).every((value) => value === 255)).toBe(true);
  });

  test("lays a cut-out on white where the format has no alpha", async () => {
    const { data } = await rawOf(
      await paint({ ...request, prompt: "a fox", background: "transparent" }, "jpeg", 95),
    );
    expect(Math.min(data[0] ?? 0, data[1] ?? 0, data[2] ?? 0)).toBeGreaterThan(248);
  });

  test("draws night darker than noon", async () => {
    const light = async (prompt: string) => {
      const [red, green, blue] = await meanOf(await paint({ ...request, prompt }, "png", 90));
      return red * 0.3 + green * 0.6 + blue * 0.1;
    };
    expect(await light("a lake at noon")).toBeGreaterThan((await light("a lake at night")) + 50);
  });

  test.each([
    ["red", 27],
    ["teal", 192],
    ["purple", 305],
  ])("turns the picture towards a colour word: %s", async (word, hue) => {
    const [, , found] = lchOf(
      hexOfBytes(
        ...(await meanOf(
          await paint({ ...request, prompt: `a calm ${word} scene of hills, ${word}` }, "png", 90),
        )),
      ),
    );
    expect(Math.abs(((found - hue + 540) % 360) - 180)).toBeLessThan(45);
  });

  test("writes an SVG that stands alone", async () => {
    const svg = Buffer.from(await paint({ ...request, prompt: "city at night" }, "svg", 90)).toString();
    expect(svg.startsWith("<svg")).toBe(true);
    expect(svg).not.toMatch(/<script|<text|<image|href|NaN|undefined/);
    expect(svg.length).toBeLessThan(400_000);
  });
});

describe("paintPartial", () => {
  test.each([
    "mountains at dusk",
    "a lighthouse in a storm, watercolor",
    "a fox in a forest, low poly",
    "pears and a bottle, oil painting",
    "a village, pixel art",
    "logo of a leaf",
  ])("comes closer to the finished picture with each step: %s", async (prompt) => {
    const finished = await paint({ ...request, prompt }, "png", 90);
    const distances: number[] = [];
    for (const step of [0, 1, 2]) {
      const partial = await paintPartial({ ...request, prompt }, "png", 90, step, 3);
      const { width, height } = await sharp(partial).metadata();
      expect([width, height]).toEqual([request.widthPx, request.heightPx]);
      distances.push(await distance(partial, finished));
    }
    expect(distances).toEqual(distances.toSorted((a, b) => b - a));
    expect(distances[2]).toBeLessThan(distances[0] ?? 0);
  });
});
