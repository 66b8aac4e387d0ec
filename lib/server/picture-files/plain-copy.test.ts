import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { rawPixels, testPictures, testRecipe } from "@/lib/server/picture-files/picture.fixture";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import { embedRecipe } from "@/lib/server/recipes/embed-recipe";
import { readRecipe } from "@/lib/server/recipes/read-recipe";
import { plainCopy } from "./plain-copy";

const SECRET = "zanzibar quokka";
const pictures = await testPictures();
const holds = (bytes: Uint8Array, words = SECRET) => Buffer.from(bytes).includes(words);
const bytesOf = (title: string) => {
  const found = pictures.find((one) => one.title === title);
  if (!found) throw new Error(`There is no ${title}.`);
  return Buffer.from(found.bytes);
};

describe.each(pictures)("$title", ({ contentType, bytes }) => {
  test("loses its recipe and shows the same pixels", async () => {
    const marked = embedRecipe(bytes, contentType, testRecipe({ prompt: SECRET, revisedPrompt: SECRET }));
    expect(holds(marked)).toBe(true);
    const plain = await plainCopy(marked);
    expect(holds(plain)).toBe(false);
    expect(readRecipe(plain)).toBeNull();
    expect(await rawPixels(plain)).toEqual(await rawPixels(bytes));
    if (!Buffer.from(bytes).includes("<!ENTITY")) expect(sniffContentType(plain)).toBe(contentType);
  });
});

test("every format loses Exif and XMP that other programs wrote", async () => {
  const words = () =>
    sharp(bytesOf("PNG"))
      .withExif({ IFD0: { ImageDescription: SECRET } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${SECRET}</a></x:xmpmeta>`);
  for (const format of ["png", "jpeg", "webp", "avif"] as const) {
    const marked = await words().toFormat(format).toBuffer();
    expect(holds(marked)).toBe(true);
    const plain = await plainCopy(marked);
    expect(holds(plain)).toBe(false);
    expect(await sharp(plain).metadata()).toMatchObject({ width: 37, height: 23 });
    expect((await sharp(plain).metadata()).exif).toBeUndefined();
    expect((await sharp(plain).metadata()).xmp).toBeUndefined();
  }
});

function pngChunk(type: string, text: string): Buffer {
  const typed = Buffer.from(type + text, "latin1");
  const chunk = Buffer.alloc(typed.length + 8);
  chunk.writeUInt32BE(typed.length - 4, 0);
  typed.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(typed), typed.length + 4);
  return chunk;
}

test.each(["tEXt", "zTXt", "iTXt", "eXIf", "caBX", "tIME", "prVt"])(
  "a PNG loses its %s chunks, and what follows its end",
  async (type) => {
    const png = bytesOf("PNG with alpha");
    const chunk = pngChunk(type, `k\0${SECRET}`);
    const marked = Buffer.concat([
      ...[png.subarray(0, 33), chunk, png.subarray(33, -12), chunk, png.subarray(-12)],
      Buffer.from(SECRET),
    ]);
    expect((await plainCopy(marked)).byteLength).toBe(png.length);
    expect(Buffer.from(await plainCopy(marked)).equals(png)).toBe(true);
  },
);

function jpegSegment(marker: number, text: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text, "latin1")]);
}

test.each([
  ["a comment", 0xfe, SECRET],
  ["a segment that is not known", 0xf0, SECRET],
  ["Exif", 0xe1, `Exif\0\0${SECRET}`],
  ["C2PA", 0xeb, `JP\0\0${SECRET}`],
  ["several pictures", 0xe2, `MPF\0${SECRET}`],
  ["Photoshop's words", 0xed, `Photoshop 3.0\0${SECRET}`],
  ["a thumbnail that is none", 0xe0, `JFXX\0${SECRET}`],
])("a JPEG loses %s, between its scans and after its end too", async (_, marker, text) => {
  const jpeg = bytesOf("progressive JPEG");
  const part = jpegSegment(marker, text);
  const secondScan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const marked = Buffer.concat([
    ...[jpeg.subarray(0, 2), part, jpeg.subarray(2, secondScan), part, jpeg.subarray(secondScan)],
    Buffer.from(SECRET),
  ]);
  expect(Buffer.from(await plainCopy(marked)).equals(jpeg)).toBe(true);
});

test("a JPEG keeps its colour profile", async () => {
  const plain = await plainCopy(bytesOf("JPEG with Exif and a profile"));
  const { icc, exif } = await sharp(plain).metadata();
  expect([icc === undefined, exif]).toEqual([false, undefined]);
});

test("a GIF loses comments and applications' words, and goes on repeating", async () => {
  const gif = bytesOf("animated GIF");
  const words = [SECRET.length, ...Buffer.from(SECRET), 0];
  const comment = Buffer.from([0x21, 0xfe, ...words]);
  const application = Buffer.from([0x21, 0xff, 11, ...Buffer.from("SECRETAPP10"), ...words]);
  const marked = Buffer.concat([
    ...[gif.subarray(0, -1), comment, application, gif.subarray(-1)],
    Buffer.from(SECRET),
  ]);
  const plain = await plainCopy(marked);
  expect(holds(plain)).toBe(false);
  expect(await rawPixels(plain)).toEqual(await rawPixels(gif));
  expect((await sharp(plain).metadata()).loop).toBe((await sharp(gif).metadata()).loop);
});

describe("an SVG", () => {
  const svg = (inner: string, attributes = "") =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" ${attributes}><rect width="20" height="30" fill="#c33"/>${inner}</svg>`,
    );

  test.each([
    `<metadata>${SECRET}</metadata>`,
    `<title lang="en">${SECRET}</title>`,
    `<g><desc>a <b>${SECRET}</b> c</desc></g>`,
    `<!-- ${SECRET} -->`,
    `<?note ${SECRET}?>`,
    `<script>"${SECRET}"</script>`,
    `<x:note xmlns:x="urn:x">${SECRET}</x:note>`,
    `<Title>${SECRET}</Title>`,
    `<g>${SECRET}</g>`,
    `<![CDATA[${SECRET}]]>`,
    `<style>/* ${SECRET} */ rect { opacity: .5 }</style>`,
    `<g aria-label="${SECRET}" data-prompt='${SECRET}' x:label="${SECRET}" xmlns:x="urn:x"/>`,
  ])("loses %s and shows the same", async (inner) => {
    const marked = svg(inner, 'viewBox="0 0 40 30"');
    const plain = await plainCopy(marked);
    expect(holds(plain)).toBe(false);
    expect(sniffContentType(plain)).toBe("image/svg+xml");
    expect(await rawPixels(plain)).toEqual(await rawPixels(marked));
  });

  test("keeps words that are drawn", async () => {
    const plain = await plainCopy(svg('<text x="1" y="20">Fig <tspan>leaf</tspan></text>'));
    expect(holds(plain, '<text x="1" y="20">Fig <tspan>leaf</tspan></text>')).toBe(true);
  });

  test("loses the words in a picture that it holds", async () => {
    const png = embedRecipe(bytesOf("PNG"), "image/png", testRecipe({ prompt: SECRET }));
    const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    const plain = await plainCopy(svg(`<image href="${href}" width="9" height="9"/>`));
    const [, base64 = ""] = /base64,([^"]+)/.exec(Buffer.from(plain).toString()) ?? [];
    expect(readRecipe(Buffer.from(base64, "base64"))).toBeNull();
    expect(sniffContentType(Buffer.from(base64, "base64"))).toBe("image/png");
  });

  test.each([
    '<!DOCTYPE svg [<!ENTITY secret "zanzibar quokka">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="data:text/plain,${SECRET}"/></svg>`,
  ])("is drawn anew where it defines or holds what is not known: %s", async (text) => {
    const plain = await plainCopy(Buffer.from(text));
    expect(sniffContentType(plain)).toBe("image/png");
    expect(holds(plain)).toBe(false);
  });
});

test.each(pictures)("a $title that is cut off anywhere is refused or holds no word", async (one) => {
  const marked = embedRecipe(one.bytes, one.contentType, testRecipe({ prompt: SECRET }));
  for (let length = 1; length < marked.length; length += Math.ceil(marked.length / 12)) {
    const plain = await plainCopy(marked.subarray(0, length)).catch(() => null);
    expect(plain && holds(plain)).not.toBe(true);
  }
});

test("refuses what is no picture", async () => {
  await expect(plainCopy(Buffer.from(SECRET))).rejects.toThrow();
});
