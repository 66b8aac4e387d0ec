import "server-only";
import { expectedSize } from "@/lib/domain/generation/expected-size";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { parseSize, type Shape, type Size, shapeOf } from "@/lib/domain/models/options/size";
import type { PaintDetail, PaintFormat } from "@/lib/offline/painter/paint-request";

/** What is really drawn, after every `auto` has been decided. */
export type SettledPicture = Size & {
  quality: string;
  background: "opaque" | "transparent";
  format: PaintFormat;
  /** 0–100, as the API counts it. */
  compression: number;
};

const fallbackSize: Size = { widthPx: 1024, heightPx: 1024 };

/** Words that decide the shape where the size is left to the provider; without one it is square. */
const SHAPE_WORDS: readonly { words: RegExp; shape: Shape }[] = [
  { words: /\b(landscape|panorama|panoramic|skyline|wide|banner|horizon)\b/i, shape: "wide" },
  { words: /\b(portrait|poster|tall|tower|vertical|full.body)\b/i, shape: "tall" },
];
const CUT_OUT_WORDS = /\b(transparent|sticker|cut.?out|isolated)\b/i;
const FORMATS: Record<string, PaintFormat> = {
  png: "png",
  jpeg: "jpeg",
  webp: "webp",
  svg: "svg",
  gif: "gif",
};

const DETAILS: Record<string, PaintDetail> = { low: "low", medium: "medium", standard: "medium" };

/** Decides what the request left open: size and background by the prompt, quality in the middle. */
export function settlePicture({ model, prompt, options }: ImageOrder): SettledPicture {
  const value = (name: "size" | "quality" | "background" | "outputFormat" | "compression") =>
    effectiveValue(model, options, name);
  const format = FORMATS[value("outputFormat") ?? "png"] ?? "png";
  return {
    ...(parseSize(String(value("size"))) ?? sizeFor(model, prompt, options)),
    quality: settleQuality(model, String(value("quality") ?? "auto")),
    background: settleBackground(model, String(value("background") ?? "opaque"), prompt, format),
    format,
    compression: Number(value("compression") ?? 100),
  };
}

/** How finely the painter works for a quality; what is not named here is as fine as it can. */
export function detailOf(quality: string): PaintDetail {
  return DETAILS[quality] ?? "high";
}

function sizeFor(model: ImageModel, prompt: string, options: OptionValues): Size {
  if (model.options.aspectRatio) return expectedSize(model, options);
  const wanted = SHAPE_WORDS.find(({ words }) => words.test(prompt))?.shape ?? "square";
  const presets = model.options.size?.kind === "size" ? model.options.size.presets : [];
  const sizes = presets.map(parseSize).filter((size) => size !== null);
  return sizes.find((size) => shapeOf(size) === wanted) ?? fallbackSize;
}

function settleQuality(model: ImageModel, quality: string): string {
  if (quality !== "auto") return quality;
  const values = model.options.quality?.kind === "choice" ? model.options.quality.values : [];
  return values.includes("medium") ? "medium" : "standard";
}

function settleBackground(
  model: ImageModel,
  background: string,
  prompt: string,
  format: PaintFormat,
): SettledPicture["background"] {
  if (background === "transparent") return "transparent";
  if (background === "opaque") return "opaque";
  const values = model.options.background?.kind === "choice" ? model.options.background.values : [];
  const canBe = values.includes("transparent") && (format === "png" || format === "webp");
  return canBe && CUT_OUT_WORDS.test(prompt) ? "transparent" : "opaque";
}
