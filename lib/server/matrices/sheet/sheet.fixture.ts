import { expect } from "vitest";
import type { SheetCell, SheetContent } from "./sheet-content";
import { type Box, LINE_HEIGHT, type SheetItem, type SheetPage } from "./sheet-layout";

/** For tests: a cell without a picture. */
export const waiting: SheetCell = { kind: "words", title: "Waiting", more: "" };

/** For tests: a label that does not fit anywhere. */
export const longLabel = "a house of red brick with a slate roof and a very long name ".repeat(9);

/** For tests: what a sheet shows, cell by cell. */
export function contentOf(
  rows: string[],
  columns: string[],
  cell: (row: number, column: number) => SheetCell,
): SheetContent {
  return {
    ...{
      title: "A {red|blue} house at {dawn|dusk}",
      rows,
      columns,
      aspect: 1.5,
      summary: "3 of 4 pictures finished",
    },
    cells: rows.map((_, row) => columns.map((_, column) => cell(row, column))),
  };
}

/** For tests: every line of text on a page. */
export function textsOf(page: SheetPage): string[] {
  return page.items.flatMap((item) => (item.kind === "text" ? item.lines.map(({ text }) => text) : []));
}

function boxOf(item: SheetItem): Box {
  if (item.kind !== "text") return item.box;
  const { x, y, lines, sizePx } = item;
  const width = Math.max(0, ...lines.map(({ widthPx }) => widthPx));
  return { x, y, width, height: lines.length * sizePx * LINE_HEIGHT };
}

/** For tests: everything is on the page, and no text stands over another text or a cell that it is not in. */
export function expectInside(page: SheetPage): void {
  const boxes = page.items.map(boxOf).filter(({ width, height }) => width > 0 && height > 0);
  for (const box of boxes) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(page.width + 0.01);
    expect(box.y + box.height).toBeLessThanOrEqual(page.height + 0.01);
  }
  const clashes = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).filter((other) => overlap(one, other) && !holds(one, other) && !holds(other, one)),
  );
  expect(clashes).toEqual([]);
}

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0.01 && down > 0.01;
}

function holds(outer: Box, inner: Box): boolean {
  const isAcross = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return isAcross && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}
