import "server-only";
import { SKETCH } from "@/lib/domain/models/provider-info";
import { fitText } from "./fit-text";
import type { FontShelf } from "./font-shelf";
import type { SheetCell, SheetContent } from "./sheet-content";
import type { LabelStyle, SheetLabels } from "./sheet-labels";
import { type Box, LINE_HEIGHT, type SheetItem, type Span, subBoxes } from "./sheet-layout";
import { INK, QUIET_INK } from "./sheet-style";
import type { TypesetLine } from "./typeset";

export type Grid = {
  content: SheetContent;
  labels: SheetLabels;
  style: LabelStyle;
  /** The top left corner of the first cell. */
  origin: { x: number; y: number };
  cell: { width: number; height: number };
  gap: number;
  rows: Span;
  columns: Span;
};

/** The labels and cells of a span of the grid; labels stand at its top and its left. */
export async function drawGrid(shelf: FontShelf, grid: Grid): Promise<SheetItem[]> {
  const { content, labels, style, origin, cell, gap, rows, columns } = grid;
  const { labelPx: sizePx, rowLabelWidth } = style;
  const boxAt = (row: number, column: number): Box => ({
    x: origin.x + (column - columns.from) * (cell.width + gap),
    y: origin.y + (row - rows.from) * (cell.height + gap),
    ...cell,
  });
  const items: SheetItem[] = [];
  for (const column of places(columns)) {
    const lines = labels.columns[column] ?? [];
    const { x, y } = boxAt(rows.from, column);
    items.push(textAbove({ x, y: y - gap }, lines, sizePx));
  }
  for (const row of places(rows)) {
    const lines = labels.rows[row] ?? [];
    const { y } = boxAt(row, columns.from);
    items.push({ kind: "text", x: origin.x - gap - rowLabelWidth, y, lines, sizePx, color: INK });
    for (const column of places(columns)) {
      const found = content.cells[row]?.[column];
      if (found) items.push(...(await drawCell(shelf, found, boxAt(row, column), style)));
    }
  }
  return items;
}

function places({ from, to }: Span): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Text whose last line ends at a height. */
function textAbove(at: { x: number; y: number }, lines: TypesetLine[], sizePx: number): SheetItem {
  const y = at.y - lines.length * sizePx * LINE_HEIGHT;
  return { kind: "text", x: at.x, y, lines, sizePx, color: INK };
}

async function drawCell(
  shelf: FontShelf,
  cell: SheetCell,
  box: Box,
  style: LabelStyle,
): Promise<SheetItem[]> {
  switch (cell.kind) {
    case "pictures": {
      const boxes = subBoxes(box, cell.images.length);
      const pictures = cell.images.flatMap(({ id }, index) => {
        const place = boxes[index];
        return place ? [{ kind: "picture" as const, box: place, imageId: id }] : [];
      });
      return cell.isSketch ? [...pictures, await drawTag(shelf, SKETCH, box, style)] : pictures;
    }
    case "words": {
      const padding = style.notePx * 0.8;
      const widthPx = box.width - 2 * padding;
      const title = await fitText(shelf, cell.title, { sizePx: style.labelPx, widthPx, linesMax: 2 });
      const titleHeight = title.length * style.labelPx * LINE_HEIGHT;
      const linesMax = Math.floor((box.height - 2 * padding - titleHeight) / (style.notePx * LINE_HEIGHT));
      const more =
        cell.more && linesMax > 0
          ? await fitText(shelf, cell.more, {
              sizePx: style.notePx,
              widthPx,
              linesMax: Math.min(4, linesMax),
            })
          : [];
      const [x, y] = [box.x + padding, box.y + padding];
      return [
        { kind: "frame", box },
        { kind: "text", x, y, lines: title, sizePx: style.labelPx, color: QUIET_INK },
        { kind: "text", x, y: y + titleHeight, lines: more, sizePx: style.notePx, color: QUIET_INK },
      ];
    }
  }
}

/** A word in the lower left corner of a cell, over what stands there. */
async function drawTag(
  shelf: FontShelf,
  words: string,
  cell: Box,
  { notePx: sizePx }: LabelStyle,
): Promise<SheetItem> {
  const padding = sizePx * 0.4;
  const lines = await fitText(shelf, words, { sizePx, widthPx: cell.width - 2 * padding, linesMax: 1 });
  const width = (lines[0]?.widthPx ?? 0) + 2 * padding;
  const height = sizePx * LINE_HEIGHT + padding;
  const y = cell.y + cell.height - height;
  return {
    kind: "tag",
    box: { x: cell.x, y, width, height },
    text: { kind: "text", x: cell.x + padding, y: y + padding / 2, lines, sizePx, color: INK },
  };
}
