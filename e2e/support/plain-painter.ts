import sharp from "sharp";
import type { Painter } from "@/lib/offline/images-api/painter-port";
import type { PaintFormat, PaintRequest } from "@/lib/offline/painter/paint-request";

type Colour = { r: number; g: number; b: number; alpha: number };

/**
 * Real pictures in one colour each, made in a few milliseconds: every variant and every preview has
 * a colour of its own, so that bytes tell them apart.
 */
export const plainPainter: Painter = {
  paint: (request, format) => fill(request, format, colourOf(request, 200)),
  paintPartial: (request, format, _compression, step) =>
    fill(request, format, colourOf(request, 40 + step * 30)),
};

function colourOf({ variant, background }: PaintRequest, blue: number): Colour {
  return { r: (variant * 37) % 256, g: 120, b: blue, alpha: background === "transparent" ? 0.5 : 1 };
}

async function fill(
  { widthPx: width, heightPx: height }: PaintRequest,
  format: PaintFormat,
  background: Colour,
): Promise<Uint8Array> {
  const { r, g, b, alpha } = background;
  if (format === "svg") {
    const colour = `rgb(${r} ${g} ${b} / ${alpha})`;
    return Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`,
    );
  }
  return sharp({ create: { width, height, channels: 4, background } })
    .toFormat(format)
    .toBuffer();
}
