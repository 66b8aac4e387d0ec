import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sniffContentType } from "./sniff-content-type";

const text = new TextEncoder();

describe("sniffContentType", () => {
  test.for([
    { format: "png", expected: "image/png" },
    { format: "jpeg", expected: "image/jpeg" },
    { format: "webp", expected: "image/webp" },
    { format: "gif", expected: "image/gif" },
    { format: "avif", expected: "image/avif" },
  ] as const)("recognises $format as an encoder writes it", async ({ format, expected }) => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#c33" } });
    expect(sniffContentType(await picture.toFormat(format).toBuffer())).toBe(expected);
  });

  test.for([
    "<svg/>",
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '\uFEFF<?xml version="1.0"?>\n<!-- a > comment -->\n<svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<SVG\n>',
    '<!DOCTYPE svg [<!ENTITY a "b">]> <svg >',
  ])("recognises %j as svg", (source) => {
    expect(sniffContentType(text.encode(source))).toBe("image/svg+xml");
  });

  test.for([
    "",
    "<html><svg></svg></html>",
    "<svgx>",
    "text <svg>",
    "RIFF\0\0\0\0WAVE",
    "\0\0\0\x18ftypheic",
    "PNG",
  ])("takes %j for no picture", (source) => {
    expect(sniffContentType(text.encode(source))).toBe("application/octet-stream");
  });

  test("looks at the beginning only", () => {
    expect(sniffContentType(text.encode(`${" ".repeat(2000)}<svg>`))).toBe("application/octet-stream");
  });

  test("is not slowed down by hostile text", () => {
    const startedAt = performance.now();
    sniffContentType(text.encode("<!--".repeat(256)));
    sniffContentType(text.encode("<!DOCTYPE a[".repeat(90)));
    sniffContentType(text.encode("<? ".repeat(340)));
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
