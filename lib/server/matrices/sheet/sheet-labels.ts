import "server-only";
import { fitText } from "./fit-text";
import type { FontShelf } from "./font-shelf";
import type { SheetContent } from "./sheet-content";
import { LINE_HEIGHT } from "./sheet-layout";
import { type TypesetLine, typeset } from "./typeset";

/** Sizes of the letters and the room for labels, in pixels of the sheet. */
export type LabelStyle = { titlePx: number; labelPx: number; notePx: number; rowLabelWidth: number };

export type SheetLabels = {
  title: TypesetLine[];
  rows: TypesetLine[][];
  columns: TypesetLine[][];
  summary: TypesetLine[];
  /** Said at the foot where a label could not be drawn as it is; empty otherwise. */
  note: TypesetLine[];
};

export const TITLE_LINES_MAX = 2;
export const COLUMN_LINES_MAX = 3;
export const NOTE_LINES_MAX = 2;
const ROW_LINES_MAX = 4;

const SPELLED_OUT =
  "Characters that no font on this computer can draw are written as their Unicode numbers. Install a font that has them and export again.";

/** Every text of a sheet, broken into the widths it has. */
export async function setLabels(
  shelf: FontShelf,
  content: SheetContent,
  style: LabelStyle,
  room: { pageWidth: number; cell: { width: number; height: number } },
): Promise<SheetLabels> {
  const { labelPx: sizePx, notePx } = style;
  const fitting = Math.max(1, Math.floor(room.cell.height / (sizePx * LINE_HEIGHT)));
  const rowFrame = { sizePx, widthPx: style.rowLabelWidth, linesMax: Math.min(ROW_LINES_MAX, fitting) };
  const columnFrame = { sizePx, widthPx: room.cell.width, linesMax: COLUMN_LINES_MAX };
  const titleFrame = { sizePx: style.titlePx, widthPx: room.pageWidth, linesMax: TITLE_LINES_MAX };
  const noteFrame = { sizePx: notePx, widthPx: room.pageWidth, linesMax: NOTE_LINES_MAX };
  const rows = await Promise.all(content.rows.map((label, place) => setLabel(shelf, label, place, rowFrame)));
  const columns = await Promise.all(
    content.columns.map((label, place) => setLabel(shelf, label, place, columnFrame)),
  );
  const title = await fitText(shelf, content.title, titleFrame);
  const isSpelledOut = [title, ...rows, ...columns].flat().some((line) => line.isSpelledOut);
  return {
    title,
    rows,
    columns,
    summary: await fitText(shelf, content.summary, { ...noteFrame, linesMax: 1 }),
    note: isSpelledOut ? await fitText(shelf, SPELLED_OUT, noteFrame) : [],
  };
}

/** A label that has to be spelled out also gets the number of its row or column, to be found by. */
async function setLabel(
  shelf: FontShelf,
  label: string,
  place: number,
  frame: { sizePx: number; widthPx: number; linesMax: number },
): Promise<TypesetLine[]> {
  if (label === "") return [];
  const { isSpelledOut } = await typeset(shelf, label, frame.sizePx);
  return fitText(shelf, isSpelledOut ? `${place + 1}: ${label}` : label, frame);
}
