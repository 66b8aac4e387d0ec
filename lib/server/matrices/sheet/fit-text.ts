import "server-only";
import type { FontShelf } from "./font-shelf";
import { type TypesetLine, typeset } from "./typeset";

/** Longer labels are cut before they are measured: no line of a sheet holds more. */
const SIGNS_MAX = 400;
const words = new Intl.Segmenter(undefined, { granularity: "word" });
const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export type Frame = { sizePx: number; widthPx: number; linesMax: number };

/** Breaks a text into lines of a width; what does not fit ends in an ellipsis. */
export async function fitText(shelf: FontShelf, text: string, frame: Frame): Promise<TypesetLine[]> {
  const { sizePx, widthPx, linesMax } = frame;
  const isWide = async (line: string) => (await typeset(shelf, line, sizePx)).widthPx > widthPx;
  const all = Array.from(signs.segment(text.replace(/\s+/g, " ").trim()), ({ segment }) => segment);
  const isCut = all.length > SIGNS_MAX;
  const lines: string[] = [""];
  for (const { segment } of words.segment(all.slice(0, SIGNS_MAX).join(""))) {
    const line = lines.at(-1) ?? "";
    if (!(await isWide(line + segment))) lines[lines.length - 1] = line + segment;
    else if (line.trim() === "") lines[lines.length - 1] = await cut(segment, isWide);
    else if (segment.trim() !== "")
      lines.push((await isWide(segment)) ? await cut(segment, isWide) : segment);
    if (lines.length > linesMax) break;
  }
  const shown = lines.slice(0, linesMax);
  const last = shown.at(-1) ?? "";
  if (lines.length > linesMax || isCut) shown[shown.length - 1] = await cut(`${last}…`, isWide);
  return Promise.all(shown.map((line) => typeset(shelf, line, sizePx)));
}

/** The longest beginning that fits, with an ellipsis where something is missing. */
async function cut(text: string, isWide: (line: string) => Promise<boolean>): Promise<string> {
  if (!(await isWide(text))) return text;
  const all = Array.from(signs.segment(text.replace(/…$/, "")), ({ segment }) => segment);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await isWide(`${all.slice(0, middle).join("")}…`)) high = middle - 1;
    else low = middle;
  }
  return `${all.slice(0, low).join("").trimEnd()}…`;
}
