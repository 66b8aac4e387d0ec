import "server-only";
import { drawGrid, INK, QUIET_INK } from "./draw-grid";
import { fitText } from "./fit-text";
import type { FontShelf } from "./font-shelf";
import type { SheetContent } from "./sheet-content";
import { type LabelStyle, type SheetLabels, setLabels } from "./sheet-labels";
import { cellWidthIn, LINE_HEIGHT, type SheetItem, type SheetPage, stretchesOf } from "./sheet-layout";

type Metrics = LabelStyle & { margin: number; gap: number };

const SCREEN: Metrics = { titlePx: 24, labelPx: 18, notePx: 14, rowLabelWidth: 200, margin: 40, gap: 12 };
/** A cell on the screen is as wide as a thumbnail allows to be sharp, and smaller where there are many. */
const SCREEN_CELL_MAX = 360;
const SCREEN_CELL_MIN = 120;
const SCREEN_WIDTH = 2_880;
const SCREEN_HEIGHT = 14_000;

/** A4 in points. */
const PAPER = { long: 841.89, short: 595.28 };
const PRINT: Metrics = { titlePx: 12, labelPx: 8.5, notePx: 7.5, rowLabelWidth: 78, margin: 28, gap: 6 };
/** 25 mm: smaller pictures are not worth printing, so the grid goes over several pages. */
const PRINT_CELL_MIN = 72;

/** The whole grid as one page, as large as it needs to be. */
export async function layOutOnScreen(shelf: FontShelf, content: SheetContent): Promise<SheetPage> {
  const rows = content.rows.length;
  const columns = content.columns.length;
  const room = { width: SCREEN_WIDTH, height: SCREEN_HEIGHT };
  const fitting = cellWidthIn(room, { rows, columns, aspect: content.aspect, gap: SCREEN.gap });
  const cellWidth = Math.round(Math.min(SCREEN_CELL_MAX, Math.max(SCREEN_CELL_MIN, fitting)));
  const cell = { width: cellWidth, height: Math.round(cellWidth / content.aspect) };
  const style = withoutRowLabels(SCREEN, content);
  const across = columns * (cell.width + style.gap) - style.gap;
  const width = Math.max(640, style.rowLabelWidth + style.gap + across + 2 * style.margin);
  const labels = await setLabels(shelf, content, style, { page: width - 2 * style.margin, cell: cell.width });
  const top = topOf(labels, style);
  const down = rows * (cell.height + style.gap) - style.gap;
  const height = Math.ceil(top + down + footHeight(labels, style));
  const origin = { x: style.margin + style.rowLabelWidth + style.gap, y: top };
  const all = { rows: { from: 0, to: rows }, columns: { from: 0, to: columns } };
  const grid = await drawGrid(shelf, { content, labels, style, origin, cell, gap: style.gap, ...all });
  return { width, height, items: [...drawHead(labels, style), ...grid, ...drawFoot(labels, style, { width, height })] };
}

/** The grid on A4 pages, on one where its pictures stay 25 mm wide, else on several that repeat the labels. */
export async function layOutOnPaper(shelf: FontShelf, content: SheetContent): Promise<SheetPage[]> {
  const style = withoutRowLabels(PRINT, content);
  const papers = [
    { width: PAPER.long, height: PAPER.short },
    { width: PAPER.short, height: PAPER.long },
  ];
  const plans = await Promise.all(papers.map((paper) => planPaper(shelf, content, style, paper)));
  const best = plans.reduce((one, other) => (other.pages < one.pages || (other.pages === one.pages && other.cell.width > one.cell.width) ? other : one));
  const { paper, labels, top, cell, rowStretches, columnStretches } = best;
  const origin = { x: style.margin + style.rowLabelWidth + style.gap, y: top };
  const pages: SheetPage[] = [];
  for (const rows of rowStretches) {
    for (const columns of columnStretches) {
      const grid = await drawGrid(shelf, { content, labels, style, origin, cell, gap: style.gap, rows, columns });
      const number = await pageNumber(shelf, pages.length + 1, best.pages, style, paper);
      pages.push({ ...paper, items: [...drawHead(labels, style), ...grid, ...drawFoot(labels, style, paper), ...number] });
    }
  }
  return pages;
}

async function planPaper(
  shelf: FontShelf,
  content: SheetContent,
  style: Metrics,
  paper: { width: number; height: number },
) {
  const { aspect } = content;
  const { gap, margin } = style;
  const page = paper.width - 2 * margin;
  // Columns are labelled at the width that their cells get, which depends on nothing else across.
  const width = page - style.rowLabelWidth - gap;
  const most = Math.max(1, Math.floor((width + gap) / (PRINT_CELL_MIN + gap)));
  const columnStretches = stretchesOf(content.columns.length, most);
  const columns = longest(columnStretches);
  const byWidth = cellWidthIn({ width, height: Number.MAX_SAFE_INTEGER }, { rows: 1, columns, aspect, gap });
  const labels = await setLabels(shelf, content, style, { page, cell: byWidth });
  const top = topOf(labels, style);
  const height = paper.height - top - footHeight(labels, style);
  const mostRows = Math.max(1, Math.floor((height + gap) / (PRINT_CELL_MIN / aspect + gap)));
  const rowStretches = stretchesOf(content.rows.length, mostRows);
  const cellWidth = cellWidthIn({ width, height }, { rows: longest(rowStretches), columns, aspect, gap });
  return {
    ...{ paper, top, rowStretches, columnStretches },
    labels: await setLabels(shelf, content, style, { page, cell: cellWidth }).then((set) => (topOf(set, style) > top ? labels : set)),
    cell: { width: cellWidth, height: cellWidth / aspect },
    pages: rowStretches.length * columnStretches.length,
  };
}

function longest(stretches: readonly { from: number; to: number }[]): number {
  return Math.max(...stretches.map(({ from, to }) => to - from));
}

/** A matrix of one unnamed row needs no room for its label. */
function withoutRowLabels(metrics: Metrics, { rows }: SheetContent): Metrics {
  return rows.every((label) => label === "") ? { ...metrics, rowLabelWidth: 0 } : metrics;
}

function heightOf(lines: readonly unknown[], sizePx: number): number {
  return lines.length * sizePx * LINE_HEIGHT;
}

/** Where the first cell begins: under the title and the tallest label of a column. */
function topOf({ title, columns }: SheetLabels, { margin, titlePx, labelPx, gap }: Metrics): number {
  const tallest = Math.max(0, ...columns.map((lines) => heightOf(lines, labelPx)));
  return Math.ceil(margin + heightOf(title, titlePx) + gap + tallest + gap);
}

function footHeight({ summary, note }: SheetLabels, { margin, notePx, gap }: Metrics): number {
  return gap + heightOf([...note, ...summary], notePx) + margin;
}

function drawHead({ title }: SheetLabels, { margin, titlePx }: Metrics): SheetItem[] {
  return [{ kind: "text", x: margin, y: margin, lines: title, sizePx: titlePx, color: INK }];
}

function drawFoot(
  { summary, note }: SheetLabels,
  { margin, notePx }: Metrics,
  { height }: { height: number },
): SheetItem[] {
  const lines = [...note, ...summary];
  const y = height - margin - heightOf(lines, notePx);
  return [{ kind: "text", x: margin, y, lines, sizePx: notePx, color: QUIET_INK }];
}

async function pageNumber(
  shelf: FontShelf,
  number: number,
  of: number,
  { margin, notePx }: Metrics,
  paper: { width: number; height: number },
): Promise<SheetItem[]> {
  if (of === 1) return [];
  const lines = await fitText(shelf, `Page ${number} of ${of}`, { sizePx: notePx, widthPx: paper.width, linesMax: 1 });
  const widthPx = lines[0]?.widthPx ?? 0;
  const x = paper.width - margin - widthPx;
  const y = paper.height - margin - heightOf(lines, notePx);
  return [{ kind: "text", x, y, lines, sizePx: notePx, color: QUIET_INK }];
}
