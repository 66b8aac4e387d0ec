import "server-only";
import sharp from "sharp";
import * as z from "zod";
import type { Painter } from "./painter-port";

const drawnSchema = z.object({
  prompt: z.string(),
  variant: z.number(),
  widthPx: z.number(),
  heightPx: z.number(),
  background: z.string(),
  detail: z.string(),
  format: z.string(),
  compression: z.number(),
  step: z.number().nullable(),
  steps: z.number().nullable(),
});

/** For tests: its "pictures" are JSON texts that say what was ordered; `readDrawn` reads them back. */
export const describingPainter: Painter = {
  paint: async (request, format, compression) =>
    Buffer.from(JSON.stringify({ ...request, format, compression, step: null, steps: null })),
  paintPartial: async (request, format, compression, step, steps) =>
    Buffer.from(JSON.stringify({ ...request, format, compression, step, steps })),
};

/** What a picture of the describing painter, as base64, was ordered to be. */
export function readDrawn(base64: unknown) {
  return drawnSchema.parse(JSON.parse(Buffer.from(String(base64), "base64").toString("utf8")));
}

/** For tests: real pictures of one grey, another one for each variant, at the size that was asked for. */
export const greyPainter: Painter = {
  paint: ({ variant, widthPx, heightPx }, format) => {
    const shade = 20 + ((variant * 40) % 200);
    const image = sharp({
      create: { width: widthPx, height: heightPx, channels: 3, background: { r: shade, g: shade, b: shade } },
    });
    return image.toFormat(format === "svg" ? "png" : format).toBuffer();
  },
  paintPartial: (request, format, compression) => greyPainter.paint(request, format, compression),
};
