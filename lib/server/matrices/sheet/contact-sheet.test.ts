import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { variantKey } from "@/lib/server/images/image-row";
import { openMemoryStorage } from "@/lib/server/storage/memory-storage";
import { type FontShelf, openFontShelf } from "./font-shelf";
import { layOutOnPaper } from "./paper-layout";
import { layOutOnScreen } from "./screen-layout";
import type { SheetCell, SheetContent } from "./sheet-content";
import { type Box, LINE_HEIGHT, type SheetItem, type SheetPage } from "./sheet-layout";
import { renderPdf } from "./sheet-pdf";
import { renderPng } from "./sheet-png";
import { typeset } from "./typeset";

const storage = openMemoryStorage();
/** A computer without a single font. */
let shelf: FontShelf;

beforeAll(async () => {
  shelf = openFontShelf(undefined, async () => []);
  const red = sharp({ create: { width: 640, height: 427, channels: 3, background: "#c00000" } });
  await storage.put(variantKey("red", "thumbnail", ""), await red.webp().toBuffer(), { durable: false });
});

const red: SheetCell = { kind: "pictures", images: [{ id: "red" }] };
const waiting: SheetCell = { kind: "words", title: "Waiting", more: "" };

function contentOf(
  rows: string[],
  columns: string[],
  cell: (row: number, column: number) => SheetCell,
): SheetContent {
  return {
    ...{
      title: "A {red|blue} house at {dawn|dusk}",
      rows,
      columns,
      aspect: 1.5,
      summary: "3 of 4 pictures finished",
    },
    cells: rows.map((_, row) => columns.map((_, column) => cell(row, column))),
  };
}

const small = contentOf(["red", "blue"], ["dawn", "dusk"], (row, column) =>
  row + column === 2 ? waiting : red,
);
const long = "a house of red brick with a slate roof and a very long name ".repeat(9);
const names = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

function textsOf(page: SheetPage): string[] {
  return page.items.flatMap((item) => (item.kind === "text" ? item.lines.map(({ text }) => text) : []));
}

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return {
    info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)],
    /** How dark the darkest pixel of a stretch is, 255 for white. */
    darkestIn(box: { x: number; y: number; width: number; height: number }) {
      let darkest = 255;
      for (let y = Math.floor(box.y); y < box.y + box.height; y++) {
        for (let x = Math.floor(box.x); x < box.x + box.width; x++)
          darkest = Math.min(darkest, data[(y * info.width + x) * info.channels] ?? 255);
      }
      return darkest;
    },
  };
}

describe("the PNG", () => {
  test("has the pictures, the labels and a box for what is not finished, each in its place", async () => {
    const page = await layOutOnScreen(shelf, small);
    const { info, at, darkestIn } = await pixelsOf(await renderPng(storage, page));
    expect([info.width, info.height]).toEqual([page.width, page.height]);
    expect(at(2, 2)).toEqual([255, 255, 255]);
    const pictures = page.items.filter((item) => item.kind === "picture");
    expect(pictures).toHaveLength(3);
    for (const { box } of pictures) {
      const [r = 0, g = 0, b = 0] = at(Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2));
      expect(r).toBeGreaterThan(180);
      expect(g + b).toBeLessThan(20);
    }
    expect(page.items.filter((item) => item.kind === "frame")).toHaveLength(1);
    for (const item of page.items) {
      if (item.kind !== "text") continue;
      for (const [index, { widthPx, text }] of item.lines.entries()) {
        const y = item.y + index * item.sizePx * 1.3;
        const ink = darkestIn({ x: item.x, y, width: widthPx, height: item.sizePx * 1.3 });
        expect(ink, text).toBeLessThan(140);
      }
    }
    expect(textsOf(page)).toEqual(expect.arrayContaining(["red", "blue", "dawn", "dusk", "Waiting"]));
  });

  test.each([
    [1, 1],
    [100, 1],
    [10, 10],
    [1, 6],
    [50, 2],
  ])("holds a grid of %d by %d within what programs open, no label over another", async (rows, columns) => {
    const page = await layOutOnScreen(
      shelf,
      contentOf(names(rows, "row"), names(columns, "column"), () => waiting),
    );
    expect(page.width).toBeLessThanOrEqual(4_000);
    expect(page.height).toBeLessThanOrEqual(16_000);
    expect(page.items.filter((item) => item.kind === "frame")).toHaveLength(rows * columns);
    expectInside(page);
    const { width, height } = await sharp(await renderPng(storage, page)).metadata();
    expect([width, height]).toEqual([page.width, page.height]);
  });
});

describe("the PDF", () => {
  test("is one A4 page where the grid fits, several that repeat the labels where it does not", async () => {
    const one = await layOutOnPaper(shelf, small);
    expect(one).toHaveLength(1);
    const many = await layOutOnPaper(
      shelf,
      contentOf(names(20, "row"), names(5, "column"), () => waiting),
    );
    expect(many.length).toBeGreaterThan(1);
    for (const [index, page] of many.entries()) {
      expect([page.width, page.height].sort((a, b) => a - b)).toEqual([595.28, 841.89]);
      expect(textsOf(page)).toEqual(
        expect.arrayContaining(["column 1", `Page ${index + 1} of ${many.length}`]),
      );
      expectInside(page);
    }
    const cells = many.flatMap((page) => page.items.filter((item) => item.kind === "frame"));
    expect(cells).toHaveLength(100);
    for (const { box } of cells) expect(box.width).toBeGreaterThanOrEqual(72);
  });

  test("has as many pages as were laid out, with the pictures, and the words of every outline beside it", async () => {
    const pages = await layOutOnPaper(
      shelf,
      contentOf(names(30, "row"), ["only"], () => red),
    );
    const pdf = (await renderPdf(storage, pages, "A house")).toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(pages.length);
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(30);
    expect(pdf).toContain("/MediaBox [0 0 595.28 841.89]");
    const streams = [...pdf.matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)];
    const drawn = streams
      .map(([, bytes = ""]) => inflateSync(Buffer.from(bytes, "latin1")).toString("latin1"))
      .join("");
    expect(drawn).toContain("ActualText (row 30)");
  });
});

test("draws an empty box where a finished picture's bytes are gone", async () => {
  const gone: SheetCell = { kind: "pictures", images: [{ id: "gone" }] };
  const page = await layOutOnScreen(
    shelf,
    contentOf(["red"], ["dawn"], () => gone),
  );
  const box = page.items.find((item) => item.kind === "picture")?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  const { at } = await pixelsOf(await renderPng(storage, page));
  expect(at(box.x, Math.round(box.y + box.height / 2))[0]).toBeLessThan(240);
});

describe("labels", () => {
  test("of Greek, Cyrillic, Vietnamese and Devanagari are drawn without a font of the computer", async () => {
    for (const label of ["Αθήνα", "Дом у моря", "nhà đỏ", "लाल घर", "Łódź, Þór · 12 €"]) {
      const line = await typeset(shelf, label, 18);
      expect(line, label).toMatchObject({ text: label, isSpelledOut: false });
      expect(line.path.length).toBeGreaterThan(200);
    }
  });

  test("in a script that no font here has are written as numbers, with the row's own and a word why", async () => {
    const content = contentOf(["赤い", "a cat 🐈", "東京の夜の街"], ["dawn"], () => red);
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
    const content = contentOf([long, "x".repeat(300)], [long, "W".repeat(200), "b"], () => waiting);
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

/** A font of the studio stands in for one of the computer. */
const fontFiles = [
  "node_modules/@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2",
  "node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2",
];

function boxOf(item: SheetItem): Box {
  if (item.kind !== "text") return item.box;
  const { x, y, lines, sizePx } = item;
  const width = Math.max(0, ...lines.map(({ widthPx }) => widthPx));
  return { x, y, width, height: lines.length * sizePx * LINE_HEIGHT };
}

/** Everything is on the page, and no text stands over another text or a cell that it is not in. */
function expectInside(page: SheetPage): void {
  const boxes = page.items.map(boxOf).filter(({ width, height }) => width > 0 && height > 0);
  for (const box of boxes) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(page.width + 0.01);
    expect(box.y + box.height).toBeLessThanOrEqual(page.height + 0.01);
  }
  const clashes = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).filter((other) => overlap(one, other) && !holds(one, other) && !holds(other, one)),
  );
  expect(clashes).toEqual([]);
}

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0.01 && down > 0.01;
}

function holds(outer: Box, inner: Box): boolean {
  const isAcross = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return isAcross && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}
