import "server-only";
import type { Font } from "fontkit";
import type { FontShelf } from "./font-shelf";

/** A line of text as outlines, so that it looks the same wherever the sheet is opened. */
export type TypesetLine = {
  text: string;
  widthPx: number;
  /** SVG path data from the start of the baseline, y downwards. */
  path: string;
  /** Some sign is written as its number, since no font here draws it. */
  isSpelledOut: boolean;
};

type Run = { font: Font; text: string };

const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** More signs than this in a row are counted instead of listed. */
const SPELLED_MAX = 3;

/** Draws a line at a size; whitespace of any kind becomes single spaces. */
export async function typeset(shelf: FontShelf, text: string, sizePx: number): Promise<TypesetLine> {
  const plain = text.replace(/\s+/g, " ").trim();
  const spelled = await spellOut(shelf, plain);
  let widthPx = 0;
  let path = "";
  for (const run of await runsOf(shelf, spelled)) {
    const scale = sizePx / run.font.unitsPerEm;
    const { glyphs, positions } = run.font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const at = positions[index];
      const x = widthPx + (at?.xOffset ?? 0) * scale;
      const y = -(at?.yOffset ?? 0) * scale;
      path += glyph.path.transform(scale, 0, 0, -scale, x, y).toSVG();
      widthPx += (at?.xAdvance ?? glyph.advanceWidth) * scale;
    }
  }
  return { text: plain, widthPx, path, isSpelledOut: spelled !== plain };
}

/** "[U+8D64 U+3044]" in place of signs that nothing here can draw: never an empty box without a word. */
async function spellOut(shelf: FontShelf, text: string): Promise<string> {
  let spelled = "";
  let missing: string[] = [];
  const flush = () => {
    if (missing.length > SPELLED_MAX) spelled += `[${missing.length} characters]`;
    else if (missing.length > 0) spelled += `[${missing.map(numberOf).join(" ")}]`;
    missing = [];
  };
  for (const { segment } of signs.segment(text)) {
    if (await shelf.fontFor(segment)) {
      flush();
      spelled += segment;
    } else missing.push(segment);
  }
  flush();
  return spelled;
}

function numberOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Neighbouring signs of one font. A space stays with the word before it, so that words are shaped whole. */
async function runsOf(shelf: FontShelf, text: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (const { segment } of signs.segment(text)) {
    const last = runs.at(-1);
    const font = segment === " " && last ? last.font : await shelf.fontFor(segment);
    if (!font) continue;
    if (last?.font === font) last.text += segment;
    else runs.push({ font, text: segment });
  }
  return runs;
}
