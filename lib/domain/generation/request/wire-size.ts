import { parseSize, type Size } from "@/lib/domain/models/options/size";
import type { Dialect } from "@/lib/domain/providers/dialect";

/** Ratios that servers take by name, as width over height. */
const RATIOS = [
  "1:1",
  "2:3",
  "3:2",
  "3:4",
  "4:3",
  "4:5",
  "5:4",
  "9:16",
  "16:9",
  "21:9",
  "1:2",
  "2:1",
] as const;

/** A chosen size in the dialect's words; `auto` where a ratio is wanted says nothing. */
export function sizeFields(size: string, { sizeAs }: Dialect): Record<string, string | number> {
  const pixels = parseSize(size);
  switch (sizeAs) {
    case "pixels":
      return { size };
    case "width-and-height":
      return pixels ? { width: pixels.widthPx, height: pixels.heightPx } : {};
    case "ratio-and-tier":
      return pixels ? { aspect_ratio: nearestRatio(pixels), resolution: tierOf(pixels) } : {};
  }
}

/** The ratio whose proportion is nearest, so that 1536x1024 is 3:2 and 1792x1024 is 16:9. */
function nearestRatio({ widthPx, heightPx }: Size): string {
  const wanted = Math.log(widthPx / heightPx);
  const distance = (ratio: string) => Math.abs(Math.log(ratioOf(ratio) ?? 1) - wanted);
  return RATIOS.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best), RATIOS[0]);
}

/** Tiers are named after the longest edge. */
function tierOf({ widthPx, heightPx }: Size): string {
  const longest = Math.max(widthPx, heightPx);
  if (longest <= 1600) return "1K";
  return longest <= 2600 ? "2K" : "4K";
}

/** "16:9" → 1.78; null for `auto` and anything else. */
export function ratioOf(text: string): number | null {
  const match = /^([1-9]\d?):([1-9]\d?)$/.exec(text);
  return match ? Number(match[1]) / Number(match[2]) : null;
}
