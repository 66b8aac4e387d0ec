import type { RowGeometry, RowPlan, TileShare } from "@/lib/client/layout/justified-rows";

/** From this width of the gallery on pictures are as large as on a desk, in pixels. */
const DESK_WIDTH_PX = 560;
const GAP_PX = 8;
const PHONE: RowGeometry = { gapPx: GAP_PX, rowMinPx: 140, rowMaxPx: 440 };
const DESK: RowGeometry = { gapPx: GAP_PX, rowMinPx: 168, rowMaxPx: 352 };

/** The measures of a gallery of this width; WALL_CLASS says the same to the browser. */
export function rowGeometryAt(widthPx: number): RowGeometry {
  return widthPx >= DESK_WIDTH_PX ? DESK : PHONE;
}

/** For the list of tiles inside an `@container`: gap and row heights, as in `rowGeometryAt`. */
export const WALL_CLASS =
  "flex flex-wrap gap-2 [--row-min:140px] [--row-max:440px] @min-[560px]:[--row-min:168px] @min-[560px]:[--row-max:352px]";

/**
 * A tile's width as a style that holds for every width of the wall, so that the first paint needs no
 * script and is the last one too: it takes its share of the first plan that fits.
 */
export function tileWidth([plan, ...narrower]: readonly RowPlan[], index: number): string {
  const tile = plan?.tiles[index];
  if (!plan || !tile) return "100%";
  if (narrower.length === 0) return `calc(${shareOf(tile)})`;
  return choice(`(${thresholdOf(plan)} - 100%) * 1e6`, shareOf(tile), tileWidth(narrower, index));
}

/** CSS has no "if": of two lengths, the first while `lack` is negative, the second while it is positive. */
function choice(lack: string, wide: string, narrow: string): string {
  return `min(max(${wide}, ${lack}), max(${narrow}, -1 * ${lack}))`;
}

function thresholdOf({ widest }: RowPlan): string {
  return `var(--row-min) * ${figure(widest.ratio)} + ${(widest.tileCount - 1) * GAP_PX}px`;
}

/** A little less than its share: browsers round widths to 1/64 px, and a row must never break for that. */
function shareOf({ share, gapCount }: TileShare): string {
  return `(100% - ${gapCount * GAP_PX}px) * ${figure(share)} - 0.02px`;
}

function figure(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}
