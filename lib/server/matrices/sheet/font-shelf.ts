import "server-only";
import { readFile } from "node:fs/promises";
import { create, type Font } from "fontkit";
import { listSystemFontFiles, OWN_FONT_FILES } from "./font-files";

/** Finds a font that can draw a sign. Fonts are opened one by one, only as far as they are asked for. */
export type FontShelf = {
  /** Null: no font here draws it. */
  fontFor(sign: string): Promise<Font | null>;
};

/** Signs that show nothing themselves: joiners, direction marks, variation selectors. */
const SHOWS_NOTHING = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/**
 * The studio's own fonts, then those of the computer.
 * @param files in the order in which they are asked
 */
export function openFontShelf(
  ownFiles: readonly string[] = OWN_FONT_FILES,
  systemFiles: () => Promise<string[]> = listSystemFontFiles,
): FontShelf {
  const opened: Font[] = [];
  const known = new Map<string, Font | null>();
  const closed = [...ownFiles];
  let isComplete = false;
  let opening = Promise.resolve();

  /** One after the other, so that the order of the files stays the order of preference. */
  function openNext(): Promise<void> {
    opening = opening.then(async () => {
      const file = closed.shift();
      if (file !== undefined) opened.push(...(await readFonts(file)));
      else if (isComplete) return;
      else {
        isComplete = true;
        closed.push(...(await systemFiles()));
      }
    });
    return opening;
  }

  async function search(sign: string): Promise<Font | null> {
    for (let place = 0; ; ) {
      const font = opened[place];
      if (font && draws(font, sign)) return font;
      if (font) place++;
      else if (isComplete && closed.length === 0) return null;
      else await openNext();
    }
  }

  return {
    async fontFor(sign) {
      const before = known.get(sign);
      if (before !== undefined) return before;
      const font = await search(sign);
      known.set(sign, font);
      return font;
    },
  };
}

/** The fonts of a file; none where it cannot be read as one. */
async function readFonts(file: string): Promise<Font[]> {
  try {
    const font = create(await readFile(file));
    return "fonts" in font ? font.fonts : [font];
  } catch {
    return [];
  }
}

/** Whether a font has every visible part of a sign as an outline: a colour bitmap would leave a hole. */
function draws(font: Font, sign: string): boolean {
  return [...sign].every((character) => SHOWS_NOTHING.test(character) || hasOutline(font, character));
}

function hasOutline(font: Font, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint)) return false;
  try {
    return font.glyphForCodePoint(codePoint).path.commands.length > 0;
  } catch {
    return false;
  }
}
