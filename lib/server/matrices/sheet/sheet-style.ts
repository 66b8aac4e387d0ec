import "server-only";
import { LINE_HEIGHT } from "./sheet-layout";

/** A sheet is for paper, so it has one look, whatever the studio's is. */
export const INK = "#1c1b19";
export const QUIET_INK = "#5f5b55";
export const PAPER = "#ffffff";
/** The box of a cell that shows no picture. */
export const FRAME = { fill: "#faf9f7", line: "#c9c4bb" } as const;

/** The baseline of a line: its letters stand in the middle of their line height. */
export function baseline(text: { y: number; sizePx: number }, index: number): number {
  return text.y + text.sizePx * (index * LINE_HEIGHT + 1);
}
