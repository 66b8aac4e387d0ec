import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { thumbnailKey } from "@/lib/domain/generation/picture-address";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { type FontShelf, openFontShelf } from "./font-shelf";
import { layOutOnPaper } from "./paper-layout";
import { layOutOnScreen } from "./screen-layout";
import { contentOf, expectInside, longLabel, textsOf, waiting } from "./sheet.fixture";
import type { SheetCell } from "./sheet-content";
import { renderPdf } from "./sheet-pdf";
import { renderPng } from "./sheet-png";

const storage = openMemoryStorage();
/** A computer without a single font. */
let shelf: FontShelf;

beforeAll(async () => {
  shelf = openFontShelf(undefined, async () => []);
  const red = sharp({ create: { width: 640, height: 427, channels: 3, background: "#c00000" } });
  await storage.put(thumbnailKey("red"), await red.webp().toBuffer(), { durable: false });
});

const red: SheetCell = { kind: "pictures", images: [{ id: "red" }], isSketch: false };

const small = contentOf(["red", "blue"], ["dawn", "dusk"], (row, column) =>
  row + column === 2 ? waiting : red,
);
const names = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return {
    info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)],
    /** How dark the darkest pixel of a span is, 255 for white. */
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

  test("says Sketch over the pictures of a sketch, and over no others", async () => {
    const sketch: SheetCell = { ...red, isSketch: true };
    const page = await layOutOnScreen(
      shelf,
      contentOf(["red"], ["dawn", "dusk"], (_, column) => (column === 0 ? sketch : red)),
    );
    const tags = page.items.filter((item) => item.kind === "tag");
    expect(tags.map(({ text }) => text.lines.map((line) => line.text))).toEqual([["Sketch"]]);
    expectInside(page);
    const [picture] = page.items.filter((item) => item.kind === "picture");
    const { x = 0, y = 0, width = 0, height = 0 } = tags[0]?.box ?? {};
    expect(picture?.box.x).toBe(x);
    const png = await pixelsOf(await renderPng(storage, page));
    // On paper white, in ink, and not red as the picture around it.
    expect(png.at(Math.ceil(x) + 1, Math.ceil(y) + 1)).toEqual([255, 255, 255]);
    expect(png.darkestIn({ x, y, width, height })).toBeLessThan(60);
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
      contentOf(names(rows, `${longLabel} row`), names(columns, `${longLabel} column`), () => waiting),
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
  const gone: SheetCell = { kind: "pictures", images: [{ id: "gone" }], isSketch: false };
  const page = await layOutOnScreen(
    shelf,
    contentOf(["red"], ["dawn"], () => gone),
  );
  const box = page.items.find((item) => item.kind === "picture")?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  const { at } = await pixelsOf(await renderPng(storage, page));
  expect(at(box.x, Math.round(box.y + box.height / 2))[0]).toBeLessThan(240);
});
