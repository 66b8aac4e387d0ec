import "server-only";
import { drawGrid } from "./draw-grid";
import type { FontShelf } from "./font-shelf";
import { drawFoot, drawHead, footHeight, type Metrics, originOf, withoutEmptyLabels } from "./head-and-foot";
import type { SheetContent } from "./sheet-content";
import { setLabels } from "./sheet-labels";
import { cellWidthIn, type SheetPage } from "./sheet-layout";

const SCREEN: Metrics = { titlePx: 24, labelPx: 18, notePx: 14, rowLabelWidth: 200, margin: 40, gap: 12 };
/** As wide as a thumbnail of 640 pixels stays sharp at double density, and smaller where there are many. */
const CELL_MAX = 360;
const CELL_MIN = 120;
/** Beyond this, cells get smaller; programs that show pictures have trouble with longer edges. */
const ROOM = { width: 3_600, height: 14_000 };
const WIDTH_MIN = 640;

/** The whole grid as one page, as large as it needs to be. */
export async function layOutOnScreen(shelf: FontShelf, content: SheetContent): Promise<SheetPage> {
  const style = withoutEmptyLabels(SCREEN, content);
  const { gap, margin } = style;
  const rows = { from: 0, to: content.rows.length };
  const columns = { from: 0, to: content.columns.length };
  const { aspect } = content;
  const fitting = cellWidthIn(ROOM, { rows: rows.to, columns: columns.to, aspect, gap });
  const cellWidth = Math.round(Math.min(CELL_MAX, Math.max(CELL_MIN, fitting)));
  const cell = { width: cellWidth, height: Math.round(cellWidth / aspect) };
  const labelsWidth = style.rowLabelWidth === 0 ? 0 : style.rowLabelWidth + gap;
  const across = columns.to * (cell.width + gap) - gap;
  const width = Math.max(WIDTH_MIN, 2 * margin + labelsWidth + across);
  const labels = await setLabels(shelf, content, style, { pageWidth: width - 2 * margin, cell });
  const origin = originOf(labels, style);
  const down = rows.to * (cell.height + gap) - gap;
  const height = Math.ceil(origin.y + down + footHeight(labels, style));
  const grid = await drawGrid(shelf, { content, labels, style, origin, cell, gap, rows, columns });
  const foot = drawFoot(labels, style, { height });
  return { width, height, items: [...drawHead(labels, style), ...grid, ...foot] };
}
