import { describe, expect, test } from "vitest";
import { openFontShelf } from "./font-shelf";
import { layOutOnPaper } from "./paper-layout";
import { layOutOnScreen } from "./screen-layout";
import { contentOf, expectInside, longLabel, textsOf, waiting } from "./sheet.fixture";
import { typeset } from "./typeset";

/** A computer without a single font. */
const shelf = openFontShelf(undefined, async () => []);
/** A font of the studio stands in for one of the computer. */
const fontFiles = [
  "node_modules/@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2",
  "node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2",
];

describe("labels", () => {
  test("of Greek, Cyrillic, Vietnamese and Devanagari are drawn without a font of the computer", async () => {
    for (const label of ["Αθήνα", "Дом у моря", "nhà đỏ", "लाल घर", "Łódź, Þór · 12 €"]) {
      const line = await typeset(shelf, label, 18);
      expect(line, label).toMatchObject({ text: label, isSpelledOut: false });
      expect(line.path.length).toBeGreaterThan(200);
    }
  });

  test("in a script that no font here has are written as numbers, with the row's own and a word why", async () => {
    const content = contentOf(["赤い", "a cat 🐈", "東京の夜の街"], ["dawn"], () => waiting);
    for (const page of [await layOutOnScreen(shelf, content), ...(await layOutOnPaper(shelf, content))]) {
      const texts = textsOf(page).join(" ");
      expect(texts).toContain("1: ");
      expect(texts).toContain("Characters that no font on this computer can draw");
    }
    const line = await typeset(shelf, "赤い", 18);
    expect(line).toMatchObject({ text: "赤い", isSpelledOut: true });
    expect(line.path).toBe((await typeset(shelf, "[U+8D64 U+3044]", 18)).path);
    expect((await typeset(shelf, "東京の夜", 18)).path).toBe(
      (await typeset(shelf, "[4 characters]", 18)).path,
    );
  });

  test("are drawn with a font of the computer where the studio's own have not the script", async () => {
    const own = openFontShelf([], async () => ["/nowhere/broken.ttf", ...fontFiles]);
    expect((await typeset(own, "Дом", 18)).isSpelledOut).toBe(false);
    expect((await typeset(own, "赤", 18)).isSpelledOut).toBe(true);
  });

  test("are broken into lines and cut with an ellipsis, never drawn over their neighbour", async () => {
    const content = contentOf([longLabel, "x".repeat(300)], [longLabel, "W".repeat(200), "b"], () => waiting);
    for (const page of [await layOutOnScreen(shelf, content), ...(await layOutOnPaper(shelf, content))]) {
      expectInside(page);
      const cell = page.items.find((item) => item.kind === "frame");
      for (const item of page.items) {
        if (item.kind !== "text" || item.lines.every(({ text }) => !/house|WW/.test(text))) continue;
        if (item.lines.some(({ text }) => text.includes("{red"))) continue;
        expect(item.lines.at(-1)?.text).toMatch(/…$/);
        for (const line of item.lines)
          expect(line.widthPx).toBeLessThanOrEqual(Math.max(cell?.box.width ?? 0, 200));
      }
    }
  });
});
