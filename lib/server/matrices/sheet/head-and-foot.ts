import "server-only";
import type { SheetContent } from "./sheet-content";
import type { LabelStyle, SheetLabels } from "./sheet-labels";
import { LINE_HEIGHT, type SheetItem } from "./sheet-layout";
import { INK, QUIET_INK } from "./sheet-style";

/** The measures of a sheet, in its pixels. */
export type Metrics = LabelStyle & { margin: number; gap: number };

/** A matrix of one unnamed row needs no room for its label. */
export function withoutEmptyLabels(metrics: Metrics, { rows }: SheetContent): Metrics {
  return rows.every((label) => label === "") ? { ...metrics, rowLabelWidth: 0 } : metrics;
}

export function heightOf(lines: readonly unknown[], sizePx: number): number {
  return lines.length * sizePx * LINE_HEIGHT;
}

/** Where the first cell begins: right of the row labels, under the title and the tallest label of a column. */
export function originOf({ title, columns }: SheetLabels, metrics: Metrics): { x: number; y: number } {
  const { margin, titlePx, labelPx, gap, rowLabelWidth } = metrics;
  const tallest = Math.max(0, ...columns.map((lines) => heightOf(lines, labelPx)));
  const x = rowLabelWidth === 0 ? margin : margin + rowLabelWidth + gap;
  return { x, y: Math.ceil(margin + heightOf(title, titlePx) + gap + tallest + gap) };
}

/** How much the foot takes, its margin included. */
export function footHeight({ summary, note }: SheetLabels, { margin, notePx, gap }: Metrics): number {
  return gap + heightOf([...note, ...summary], notePx) + margin;
}

export function drawHead({ title }: SheetLabels, { margin, titlePx }: Metrics): SheetItem[] {
  return [{ kind: "text", x: margin, y: margin, lines: title, sizePx: titlePx, color: INK }];
}

export function drawFoot(
  { summary, note }: SheetLabels,
  { margin, notePx }: Metrics,
  page: { height: number },
): SheetItem[] {
  const lines = [...note, ...summary];
  const y = page.height - margin - heightOf(lines, notePx);
  return [{ kind: "text", x: margin, y, lines, sizePx: notePx, color: QUIET_INK }];
}
