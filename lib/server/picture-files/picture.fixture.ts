import "server-only";
import sharp from "sharp";
import type { Recipe } from "@/lib/domain/generation/recipe";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";

/** A recipe with nothing left out. */
export function testRecipe(changes: Partial<Recipe> = {}): Recipe {
  return {
    app: "Safelight",
    version: 1,
    prompt: "A red fox in snow",
    modelId: "test-model",
    options: { size: "1024x1024", quality: "high", compression: 80 },
    imageIndex: 1,
    sessionId: "019a0000-0000-7000-8000-000000000001",
    generationId: "019a0000-0000-7000-8000-000000000002",
    imageId: "019a0000-0000-7000-8000-000000000003",
    parentImageId: "019a0000-0000-7000-8000-000000000004",
    revisedPrompt: "A red fox, standing in deep snow",
    used: { size: "1024x1024", quality: "high" },
    createdAt: "2026-11-22T10:00:00.000Z",
    costUsd: 0.042,
    isSketch: false,
    ...changes,
  };
}

/** Pixels that differ in every place, so that a shifted or lost one is seen. */
function pixels(channels: 3 | 4, seed: number) {
  const width = 37;
  const height = 23;
  const data = Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 31 + seed * 97) % 256);
  return sharp(data, { raw: { width, height, channels } });
}

export type TestPicture = { title: string; contentType: SniffedContentType; bytes: Uint8Array };

const SVG =
  '<?xml version="1.0"?><!-- <svg> it isn\'t --><!DOCTYPE svg [<!-- it isn\'t > --><!ENTITY a ">">]>\n' +
  '<svg xmlns="http://www.w3.org/2000/svg" width="37" height="23" desc="a > b"><rect width="9" height="9" fill="#c33"/></svg>';

/** One file of every format that carries a recipe, and of the forms in which it comes. */
export async function testPictures(seed = 1): Promise<TestPicture[]> {
  const text = (svg: string) => new Uint8Array(Buffer.from(svg));
  const exif = { IFD0: { Copyright: "nobody" } };
  const frames = { raw: { width: 20, height: 20, channels: 3 as const, pageHeight: 10 } };
  const animation = () =>
    sharp(
      new Uint8Array(1200).map((_, at) => (at * 7 + seed) % 256),
      frames,
    );
  const made: [string, SniffedContentType, Promise<Uint8Array>][] = [
    ["PNG", "image/png", pixels(3, seed).png().toBuffer()],
    ["PNG with alpha", "image/png", pixels(4, seed).png({ palette: false }).toBuffer()],
    ["PNG with a palette", "image/png", pixels(4, seed).png({ palette: true }).toBuffer()],
    ["JPEG", "image/jpeg", pixels(3, seed).jpeg().toBuffer()],
    ["progressive JPEG", "image/jpeg", pixels(3, seed).jpeg({ progressive: true }).toBuffer()],
    [
      "JPEG with Exif and a profile",
      "image/jpeg",
      pixels(3, seed).withExif(exif).withIccProfile("srgb").jpeg().toBuffer(),
    ],
    ["lossy WebP", "image/webp", pixels(3, seed).webp().toBuffer()],
    ["lossy WebP with alpha", "image/webp", pixels(4, seed).webp().toBuffer()],
    ["lossless WebP", "image/webp", pixels(3, seed).webp({ lossless: true }).toBuffer()],
    ["lossless WebP with alpha", "image/webp", pixels(4, seed).webp({ lossless: true }).toBuffer()],
    ["WebP with Exif", "image/webp", pixels(4, seed).withExif(exif).webp().toBuffer()],
    ["animated WebP", "image/webp", animation().webp().toBuffer()],
    ["GIF", "image/gif", pixels(4, seed).gif().toBuffer()],
    ["animated GIF", "image/gif", animation().gif().toBuffer()],
    ["SVG", "image/svg+xml", Promise.resolve(text(SVG.replace("#c33", `#${(seed % 900) + 100}`)))],
    [
      "empty SVG",
      "image/svg+xml",
      Promise.resolve(
        text(`\ufeff<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5" id='s${seed}'/>`),
      ),
    ],
  ];
  return Promise.all(
    made.map(async ([title, contentType, bytes]) => ({ title, contentType, bytes: await bytes })),
  );
}

/** What a picture shows: every frame as raw pixels, and its edges. */
export async function rawPixels(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes, { animated: true }).raw().toBuffer({ resolveWithObject: true });
  return { info: { ...info, size: 0 }, pixels: data.toString("base64") };
}
