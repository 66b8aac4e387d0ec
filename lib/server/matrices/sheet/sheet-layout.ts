import "server-only";
import type { TypesetLine } from "./typeset";

/** Places are in pixels of the sheet (points in a PDF), from the left and the top. */
export type Box = { x: number; y: number; width: number; height: number };

export type SheetText = {
  kind: "text";
  x: number;
  y: number;
  lines: TypesetLine[];
  sizePx: number;
  color: string;
};

export type SheetItem =
  | SheetText
  | { kind: "frame"; box: Box }
  | { kind: "picture"; box: Box; imageId: string }
  /** A word over a picture, in a box of its own. */
  | { kind: "tag"; box: Box; text: SheetText };

export type SheetPage = { width: number; height: number; items: SheetItem[] };

/** The distance from one baseline to the next, in sizes of the letters. */
export const LINE_HEIGHT = 1.3;

/** A span of the grid, first to last, the last not included. */
export type Span = { from: number; to: number };

/** How large the cells of a grid may be in a room, the gaps between them taken off. */
export function cellWidthIn(
  room: { width: number; height: number },
  grid: { rows: number; columns: number; aspect: number; gap: number },
): number {
  const { rows, columns, aspect, gap } = grid;
  const byWidth = (room.width - gap * (columns - 1)) / columns;
  const byHeight = ((room.height - gap * (rows - 1)) / rows) * aspect;
  return Math.max(1, Math.min(byWidth, byHeight));
}

/** Cuts a count into spans of at most `most`, as even as they can be. */
export function spansOf(count: number, most: number): Span[] {
  const parts = Math.ceil(count / Math.max(1, most));
  return Array.from({ length: parts }, (_, part) => ({
    from: Math.floor((part * count) / parts),
    to: Math.floor(((part + 1) * count) / parts),
  }));
}

/** Equal boxes for several pictures in one, as square a grid as can be. */
export function subBoxes(box: Box, count: number): Box[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const gap = count > 1 ? 2 : 0;
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = (box.height - gap * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, index) => ({
    x: box.x + (index % columns) * (width + gap),
    y: box.y + Math.floor(index / columns) * (height + gap),
    width,
    height,
  }));
}
