import type { ItemBox } from "@/lib/client/layout/spatial-move";
import type { TreePlace } from "./tree-layout";

/** Lengths in CSS pixels. */
export const NODE = { width: 184, height: 148 } as const;
const GAP = { x: 48, y: 20 } as const;
const PADDING = 24;

export function nodeBox({ column, row }: Pick<TreePlace, "column" | "row">): ItemBox {
  return {
    left: PADDING + column * (NODE.width + GAP.x),
    top: PADDING + row * (NODE.height + GAP.y),
    ...NODE,
  };
}

/** What all places take together. */
export function extentOf(places: readonly TreePlace[]): { width: number; height: number } {
  const columns = places.reduce((most, { column }) => Math.max(most, column + 1), 1);
  const rows = places.reduce((most, { row }) => Math.max(most, row + 1), 1);
  const last = nodeBox({ column: columns - 1, row: rows - 1 });
  return { width: last.left + NODE.width + PADDING, height: last.top + NODE.height + PADDING };
}

/** The line from a generation to one that iterates on it: down beside the column, then across, with a small bend. */
export function edgePath(parent: ItemBox, child: ItemBox): string {
  const fromX = parent.left + parent.width;
  const fromY = parent.top + parent.height / 2;
  const toY = child.top + child.height / 2;
  if (fromY === toY) return `M${fromX} ${fromY}H${child.left}`;
  const bendX = fromX + (child.left - fromX) / 2;
  const radius = 8;
  return `M${fromX} ${fromY}H${bendX - radius}Q${bendX} ${fromY} ${bendX} ${fromY + radius}V${toY - radius}Q${bendX} ${toY} ${bendX + radius} ${toY}H${child.left}`;
}
