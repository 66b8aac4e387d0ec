import type { SizeRule } from "@/lib/domain/models/options/option-schema";
import { parseSize, sizeProblem } from "@/lib/domain/models/options/size";

/** A free size as it is being typed: either edge may still be empty or wrong. */
export type TypedSize = { width: string; height: string };

const START = { widthPx: 1024, heightPx: 1024 };

/** The two edges of a size option's value; a square of a megapixel for `auto`. */
export function typedSizeOf(value: string): TypedSize {
  const [width, height] = value.split("x");
  if (width === undefined || height === undefined) {
    return { width: String(START.widthPx), height: String(START.heightPx) };
  }
  return { width, height };
}

/** The size option's value, kept as typed. */
export function sizeValueOf({ width, height }: TypedSize): string {
  return `${width}x${height}`;
}

/** Why a size being typed is not allowed, in words; null when it is. */
export function typedSizeProblem(typed: TypedSize, rule: SizeRule): string | null {
  const isWhole = (edge: string) => /^[1-9]\d*$/.test(edge);
  if (!isWhole(typed.width) || !isWhole(typed.height)) return "Width and height must be whole numbers.";
  const size = parseSize(sizeValueOf(typed));
  return size ? sizeProblem(size, rule) : `The longest edge may be ${rule.edgeMaxPx} pixels.`;
}
