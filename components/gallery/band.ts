import type { ItemBox } from "@/lib/client/layout/spatial-move";

/** A point in the scrolled content, in pixels. */
export type BandPoint = { x: number; y: number };

/** Nearer than this to an edge the gallery scrolls, in pixels. */
const EDGE_PX = 48;
const SPEED_MAX_PX = 24;

/** The rectangle between two corners, whichever they are. */
export function boxBetween(a: BandPoint, b: BandPoint): ItemBox {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** Whether two rectangles share any of their area or their edges. */
export function overlaps(a: ItemBox, b: ItemBox): boolean {
  return (
    a.left <= b.left + b.width &&
    b.left <= a.left + a.width &&
    a.top <= b.top + b.height &&
    b.top <= a.top + a.height
  );
}

/** How far to scroll in a frame for a pointer at `y`: nothing within, more the further it is at an edge. */
export function edgeScrollPx(y: number, topPx: number, bottomPx: number): number {
  const above = topPx + EDGE_PX - y;
  const below = y - (bottomPx - EDGE_PX);
  if (above <= 0 && below <= 0) return 0;
  const depth = Math.min(Math.max(above, below) / EDGE_PX, 1);
  return Math.sign(below - above) * Math.ceil(depth * SPEED_MAX_PX);
}
