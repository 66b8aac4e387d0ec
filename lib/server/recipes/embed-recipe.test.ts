import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Recipe } from "@/lib/domain/generation/recipe";
import { rawPixels, testPictures, testRecipe } from "@/lib/server/picture-files/picture.fixture";
import { embedRecipe } from "./embed-recipe";
import { readRecipe } from "./read-recipe";

const pictures = await testPictures();
const byTitle = (title: string) => {
  const picture = pictures.find((one) => one.title === title);
  if (!picture) throw new Error(`There is no ${title}.`);
  return picture;
};

const PROMPTS: [string, string][] = [
  ["emoji, CJK and right to left", "🦊👩‍👩‍👧‍👦 雪の中の赤い狐 ثعلب أحمر في الثلج \u202eabc\u202c é e\u0301"],
  ["markup", '</safelight:recipe> ]]> --> <?xpacket end="w"?> &amp; &lt; "quotes" \'more\' <!-- <![CDATA['],
  ["control characters", "a\u0001b\u0008\u000b\u001f\u007f\u0085\u2028\ufffe\uffff\r\n\t end"],
  ["lone surrogates", "a \ud83d b \udd8a c"],
  ["what looks like an entity", "&xxe; &#0; &#x110000; &#xD800; %41"],
  ["32,000 characters", "🦊".repeat(32_000)],
  ["32,000 characters that all need escapes", "<&>\u0001".repeat(8_000)],
];

describe.each(pictures)("$title", ({ contentType, bytes }) => {
  test("shows the same pixels with a recipe in it", async () => {
    const copy = embedRecipe(bytes, contentType, testRecipe());
    expect(copy.byteLength).toBeGreaterThan(bytes.byteLength);
    expect(await rawPixels(copy)).toEqual(await rawPixels(bytes));
  });

  test("leaves the original as it was", () => {
    const before = Buffer.from(bytes);
    embedRecipe(bytes, contentType, testRecipe());
    expect(before.equals(bytes)).toBe(true);
  });

  test.each(PROMPTS)("gives back a prompt with %s", (_, prompt) => {
    const recipe = testRecipe({ prompt, revisedPrompt: prompt });
    // Not `toEqual`: a failure would print the prompt.
    expect(isDeepStrictEqual(readRecipe(embedRecipe(bytes, contentType, recipe)), recipe)).toBe(true);
  });

  test("carries the newer of two recipes, once", async () => {
    const older = testRecipe({ prompt: "x".repeat(100_000) });
    const twice = embedRecipe(embedRecipe(bytes, contentType, older), contentType, testRecipe());
    expect(readRecipe(twice)).toEqual(testRecipe());
    if (contentType !== "image/svg+xml")
      expect(Buffer.from(twice).equals(embedRecipe(bytes, contentType, testRecipe()))).toBe(true);
    expect(await rawPixels(twice)).toEqual(await rawPixels(bytes));
  });
});

describe("XMP", () => {
  const withPackets = pictures.filter(
    ({ contentType }) => !["image/svg+xml", "image/gif"].includes(contentType),
  );

  test.each(withPackets)("of a $title is found by other programs", async ({ contentType, bytes }) => {
    const { xmp } = await sharp(embedRecipe(bytes, contentType, testRecipe())).metadata();
    const text = xmp?.toString() ?? "";
    expect(text).toContain('<rdf:li xml:lang="x-default">A red fox in snow</rdf:li>');
    expect(text).toContain(
      "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia<",
    );
    expect(text).toContain("<xmp:CreatorTool>Safelight<");
  });

  test.each(pictures)("of a sketch as $title names no model as what drew it", ({ contentType, bytes }) => {
    const copy = embedRecipe(bytes, contentType, testRecipe({ isSketch: true }));
    const text = Buffer.from(copy).toString("latin1");
    expect(text).toContain("digitalsourcetype/algorithmicMedia<");
    expect(text).not.toContain("AISystemUsed");
    expect(readRecipe(copy)?.isSketch).toBe(true);
  });

  test("keeps the parts that a long prompt leaves room for in the packet that every program reads", async () => {
    const { bytes, contentType } = byTitle("JPEG");
    const read = async (prompt: string, revisedPrompt: string | null) => {
      const copy = embedRecipe(bytes, contentType, testRecipe({ prompt, revisedPrompt }));
      const { xmp } = await sharp(copy).metadata();
      return xmp?.toString() ?? "";
    };
    expect(await read("a", null)).not.toContain("HasExtendedXMP");
    const long = await read("a".repeat(40_000), null);
    expect(long).toContain("HasExtendedXMP");
    expect(long).toContain("a".repeat(40_000));
    const longest = await read("狐".repeat(32_000), null);
    expect(longest).toContain("trainedAlgorithmicMedia");
    expect(longest).not.toContain("狐");
  });
});

describe("PNG", () => {
  test("has right checksums on every chunk", () => {
    const { bytes, contentType } = byTitle("PNG");
    const copy = Buffer.from(embedRecipe(bytes, contentType, testRecipe()));
    const types: string[] = [];
    for (let at = 8; at < copy.length; at += copy.readUInt32BE(at) + 12) {
      const end = at + 8 + copy.readUInt32BE(at);
      types.push(copy.toString("latin1", at + 4, at + 8));
      expect(copy.readUInt32BE(end)).toBe(crc32(copy.subarray(at + 4, end)));
    }
    expect(types.slice(0, 3)).toEqual(["IHDR", "iTXt", "iTXt"]);
    expect(types.at(-1)).toBe("IEND");
  });
});

describe("WebP", () => {
  test.each([
    ["lossy WebP", false],
    ["lossy WebP with alpha", true],
    ["lossless WebP", false],
    ["lossless WebP with alpha", true],
  ])("says of a %s whether it has alpha, its edges, and that it has XMP", (title, hasAlpha) => {
    const { bytes, contentType } = byTitle(title);
    const copy = Buffer.from(embedRecipe(bytes, contentType, testRecipe()));
    expect(copy.toString("latin1", 12, 16)).toBe("VP8X");
    const flags = copy.readUInt8(20);
    expect({ alpha: (flags & 0x10) !== 0, xmp: (flags & 0x04) !== 0 }).toEqual({
      alpha: hasAlpha,
      xmp: true,
    });
    expect([copy.readUIntLE(24, 3) + 1, copy.readUIntLE(27, 3) + 1]).toEqual([37, 23]);
    expect(copy.readUInt32LE(4)).toBe(copy.length - 8);
  });
});

describe("files that cannot carry one", () => {
  const recipe: Recipe = testRecipe();
  test.each(pictures)(
    "a $title that is cut off anywhere is answered as a picture all the same",
    ({ contentType, bytes }) => {
      for (let length = 0; length < Math.min(bytes.length, 200); length += 1) {
        expect(embedRecipe(bytes.subarray(0, length), contentType, recipe).byteLength).toBeGreaterThanOrEqual(
          length,
        );
      }
    },
  );

  test("answers formats without a place for it as they are", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(embedRecipe(bytes, "image/avif", recipe)).toBe(bytes);
    expect(embedRecipe(bytes, "application/octet-stream", recipe)).toBe(bytes);
  });
});
