import type { SizeRule } from "./option-schema";

export type Size = { widthPx: number; heightPx: number };
export type Shape = "square" | "tall" | "wide";

/** "1536x1024" → edges in pixels; null for `auto` and anything else. */
export function parseSize(text: string): Size | null {
  const match = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text);
  return match ? { widthPx: Number(match[1]), heightPx: Number(match[2]) } : null;
}

/** Whether a size is square, or which way it is longer. */
export function shapeOf({ widthPx, heightPx }: Size): Shape {
  if (widthPx === heightPx) return "square";
  return widthPx > heightPx ? "wide" : "tall";
}

/** Why a free size is not allowed, in words for the person who typed it; null when it is. */
export function sizeProblem({ widthPx, heightPx }: Size, rule: SizeRule): string | null {
  const longest = Math.max(widthPx, heightPx);
  const shortest = Math.min(widthPx, heightPx);
  const pixels = widthPx * heightPx;
  if (widthPx % rule.multipleOf !== 0 || heightPx % rule.multipleOf !== 0) {
    return `Width and height must be multiples of ${rule.multipleOf}.`;
  }
  if (longest > rule.edgeMaxPx) return `The longest edge may be ${rule.edgeMaxPx} pixels.`;
  if (longest / shortest > rule.ratioMax)
    return `The ratio may be between 1:${rule.ratioMax} and ${rule.ratioMax}:1.`;
  if (pixels < rule.pixelsMin)
    return `At least ${count(rule.pixelsMin)} pixels in all; this is ${count(pixels)}.`;
  if (pixels > rule.pixelsMax)
    return `At most ${count(rule.pixelsMax)} pixels in all; this is ${count(pixels)}.`;
  return null;
}

function count(pixels: number): string {
  return pixels.toLocaleString("en-US");
}
