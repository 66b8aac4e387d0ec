/** Where a thing stands on the screen, in pixels. */
export type ItemBox = { left: number; top: number; width: number; height: number };
export type Direction = "left" | "right" | "up" | "down";

const STEPS = { left: -1, right: 1 } as const;

/**
 * Which box an arrow key leads to, for boxes in reading order. Left and right follow that order over
 * the ends of rows; up and down go to the nearest row and there to what is most in line. Null at an end.
 */
export function spatialMove(boxes: readonly ItemBox[], from: number, direction: Direction): number | null {
  const current = boxes[from];
  if (!current) return null;
  if (direction === "left" || direction === "right") {
    const next = from + STEPS[direction];
    return boxes[next] ? next : null;
  }
  const beyond = boxes
    .map((box, index) => ({ index, box, distance: rowDistance(current, box, direction) }))
    .filter(({ distance }) => distance > 0);
  const nearest = Math.min(...beyond.map(({ distance }) => distance));
  const row = beyond.filter(({ distance }) => distance < nearest + ROW_TOLERANCE_PX);
  const best = row.toSorted((a, b) => offset(current, a.box) - offset(current, b.box))[0];
  return best ? best.index : null;
}

/** Tops of one row differ by less than this, whatever the browser rounds. */
const ROW_TOLERANCE_PX = 4;

/** How far a row is above or below; zero or less for boxes of the same row and of the other side. */
function rowDistance(from: ItemBox, to: ItemBox, direction: "up" | "down"): number {
  return direction === "down" ? to.top - (from.top + from.height) + 1 : from.top - (to.top + to.height) + 1;
}

function offset(from: ItemBox, to: ItemBox): number {
  return Math.abs(from.left + from.width / 2 - (to.left + to.width / 2));
}
