import "server-only";
import { drawGrid } from "./draw-grid";
import { fitText } from "./fit-text";
import type { FontShelf } from "./font-shelf";
import { drawFoot, drawHead, heightOf, type Metrics, originOf, withoutEmptyLabels } from "./head-and-foot";
import type { SheetContent } from "./sheet-content";
import { COLUMN_LINES_MAX, NOTE_LINES_MAX, setLabels, TITLE_LINES_MAX } from "./sheet-labels";
import { cellWidthIn, LINE_HEIGHT, type SheetItem, type SheetPage, type Span, spansOf } from "./sheet-layout";
import { QUIET_INK } from "./sheet-style";

type Paper = { width: number; height: number };
/** A4 in points. */
const LANDSCAPE: Paper = { width: 841.89, height: 595.28 };
const PORTRAIT: Paper = { width: 595.28, height: 841.89 };
const PRINT: Metrics = { titlePx: 12, labelPx: 8.5, notePx: 7.5, rowLabelWidth: 78, margin: 28, gap: 6 };
/** 25 mm: smaller pictures are not worth printing, so the grid goes over several pages. */
const CELL_MIN = 72;

type PaperPlan = {
  paper: Paper;
  rows: Span[];
  columns: Span[];
  cell: { width: number; height: number };
};

/** The grid on A4: on one page where its pictures stay 25 mm wide, else on several that repeat the labels. */
export async function layOutOnPaper(shelf: FontShelf, content: SheetContent): Promise<SheetPage[]> {
  const style = withoutEmptyLabels(PRINT, content);
  const { paper, rows, columns, cell } = choosePaper(content, style);
  const labels = await setLabels(shelf, content, style, { pageWidth: paper.width - 2 * style.margin, cell });
  const origin = originOf(labels, style);
  const { gap } = style;
  const spans = rows.flatMap((down) => columns.map((across) => ({ rows: down, columns: across })));
  return Promise.all(
    spans.map(async (span, index) => {
      const grid = await drawGrid(shelf, { content, labels, style, origin, cell, gap, ...span });
      const foot = drawFoot(labels, style, paper);
      const number = await drawPageNumber(shelf, style, paper, { number: index + 1, of: spans.length });
      return { ...paper, items: [...drawHead(labels, style), ...grid, ...foot, ...number] };
    }),
  );
}

/** Fewer pages first, then larger pictures. */
function choosePaper(content: SheetContent, style: Metrics): PaperPlan {
  const [lying, standing] = [planOn(LANDSCAPE, content, style), planOn(PORTRAIT, content, style)];
  const pages = ({ rows, columns }: PaperPlan) => rows.length * columns.length;
  if (pages(lying) !== pages(standing)) return pages(lying) < pages(standing) ? lying : standing;
  return lying.cell.width >= standing.cell.width ? lying : standing;
}

function planOn(paper: Paper, { rows, columns, aspect }: SheetContent, style: Metrics): PaperPlan {
  const { gap, margin, rowLabelWidth, titlePx, labelPx, notePx } = style;
  // Room for the tallest head and foot, since how tall they get depends on the cells.
  const head = margin + (TITLE_LINES_MAX * titlePx + COLUMN_LINES_MAX * labelPx) * LINE_HEIGHT + 2 * gap;
  const foot = gap + (NOTE_LINES_MAX + 1) * notePx * LINE_HEIGHT + margin;
  const labelsWidth = rowLabelWidth === 0 ? 0 : rowLabelWidth + gap;
  const room = { width: paper.width - 2 * margin - labelsWidth, height: paper.height - head - foot };
  const fits = (length: number, edge: number) => Math.max(1, Math.floor((length + gap) / (edge + gap)));
  const columnSpans = spansOf(columns.length, fits(room.width, CELL_MIN));
  const rowSpans = spansOf(rows.length, fits(room.height, CELL_MIN / aspect));
  const grid = { rows: longest(rowSpans), columns: longest(columnSpans), aspect, gap };
  const width = cellWidthIn(room, grid);
  return { paper, rows: rowSpans, columns: columnSpans, cell: { width, height: width / aspect } };
}

function longest(spans: readonly Span[]): number {
  return Math.max(...spans.map(({ from, to }) => to - from));
}

async function drawPageNumber(
  shelf: FontShelf,
  { margin, notePx: sizePx }: Metrics,
  paper: Paper,
  page: { number: number; of: number },
): Promise<SheetItem[]> {
  if (page.of === 1) return [];
  const text = `Page ${page.number} of ${page.of}`;
  const lines = await fitText(shelf, text, { sizePx, widthPx: paper.width, linesMax: 1 });
  const x = paper.width - margin - (lines[0]?.widthPx ?? 0);
  const y = paper.height - margin - heightOf(lines, sizePx);
  return [{ kind: "text", x, y, lines, sizePx, color: QUIET_INK }];
}
