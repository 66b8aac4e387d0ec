import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { testPictures, testRecipe } from "@/lib/server/picture-files/picture.fixture";
import { embedRecipe } from "./embed-recipe";
import { readRecipe } from "./read-recipe";

const recipe = testRecipe({ prompt: "fox & <hound> 狐 'n' \"co\"" });
const pictures = await testPictures();

/** A PNG header and these chunks. */
function png(...chunks: [type: string, data: Buffer][]): Buffer {
  const parts = chunks.map(([type, data]) => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(typed), 4);
    return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
  });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}
const text = (keyword: string, content: Buffer | string, isCompressed = 0) =>
  [
    "iTXt",
    Buffer.concat([
      Buffer.from(`${keyword}\0${String.fromCharCode(isCompressed)}\0\0\0`),
      Buffer.from(content),
    ]),
  ] satisfies [string, Buffer];

describe("readRecipe", () => {
  test.each(pictures)("finds none in a $title without one", ({ bytes }) => {
    expect(readRecipe(bytes)).toBeNull();
  });

  test.each(pictures)("reads a $title cut off anywhere as a recipe or as none", ({ bytes, contentType }) => {
    const whole = embedRecipe(bytes, contentType, recipe);
    for (let length = 0; length < whole.length; length += 7) {
      const read = readRecipe(whole.subarray(0, length));
      if (read !== null) expect(read).toEqual(recipe);
    }
  });

  test.each(pictures)("never throws on a $title with damaged bytes", ({ bytes, contentType }) => {
    const whole = Buffer.from(embedRecipe(bytes, contentType, recipe));
    for (let at = 0; at < Math.min(whole.length, 600); at += 5) {
      for (const value of [0, 0x7f, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        expect(() => readRecipe(damaged)).not.toThrow();
      }
    }
  });

  test("reads what another program has compressed", () => {
    expect(readRecipe(png(text("safelight", deflateSync(JSON.stringify(recipe)), 1)))).toEqual(recipe);
  });

  test("reads the recipe where another program has made an attribute of it", () => {
    const json = JSON.stringify(recipe)
      .replaceAll("&", "&#38;")
      .replaceAll('"', "&quot;")
      .replaceAll("<", "&#x3C;");
    const xmp = `<rdf:Description safelight:recipe="${json}"/>`;
    expect(readRecipe(png(text("XML:com.adobe.xmp", xmp)))).toEqual(recipe);
  });

  test("expands no entity that a file defines", () => {
    const svg = `<!DOCTYPE svg [<!ENTITY e "fox"><!ENTITY x SYSTEM "file:///etc/passwd">]><svg><safelight:recipe>${JSON.stringify({ ...recipe, prompt: "&e; &x;" }).replaceAll('"', "&quot;")}</safelight:recipe></svg>`;
    expect(readRecipe(Buffer.from(svg))).toMatchObject({ prompt: "&e; &x;" });
  });

  test.each([
    ["another version", { ...recipe, version: 2 }],
    ["another program's", { ...recipe, app: "Other" }],
    ["an unknown field", { ...recipe, more: 1 }],
    ["an unknown option", { ...recipe, options: { steps: 3 } }],
    ["a prompt that is no text", { ...recipe, prompt: ["a"] }],
    ["a prompt beyond every model", { ...recipe, prompt: "a".repeat(128_001) }],
    ["an id that is none", { ...recipe, parentImageId: "../../etc" }],
    ["a cost below zero", { ...recipe, costUsd: -1 }],
    ["no object", [recipe]],
  ])("refuses a recipe with %s", (_, value) => {
    expect(readRecipe(png(text("safelight", JSON.stringify(value))))).toBeNull();
  });

  test.each([
    ["a bomb of compressed text", () => png(text("safelight", deflateSync(Buffer.alloc(50_000_000)), 1))],
    ["brackets a million deep", () => png(text("safelight", "[".repeat(1_000_000)))],
    ["a million escapes", () => Buffer.from(`<svg><safelight:recipe>${"&".repeat(9_000_000)}</svg>`)],
    [
      "a million chunks",
      () => Buffer.concat([png(), Buffer.alloc(6_000_000, png(text("x", "")).subarray(8))]),
    ],
    [
      "an opening that never closes",
      () => Buffer.from(`<svg>${"<safelight:recipe>".repeat(500_000)}`.replace(/.$/, "")),
    ],
    [
      "a million JPEG segments",
      () =>
        Buffer.concat([
          Buffer.from("\xff\xd8", "latin1"),
          Buffer.alloc(4_000_000, Buffer.from("\xff\xe1\0\x02", "latin1")),
        ]),
    ],
  ])("reads %s as none, at once", (_, make) => {
    const bytes = make();
    const startedAt = performance.now();
    expect(readRecipe(bytes)).toBeNull();
    // Hundreds of times less would do; a blow-up takes minutes.
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
