import "server-only";
import sharp from "sharp";
import type { PaintFormat } from "@/lib/offline/painter/paint-request";
import { type Drawing, drawFromPrompt } from "./answer/drawing";
import type { SettledPicture } from "./answer/settled-picture";
import type { Painter } from "./painter-port";
import type { ReferenceImage } from "./request/reference-image";

/** How much of the sketch lies over the reference where it may change. */
const SKETCH_OPACITY = 0.55;

type References = { first: ReferenceImage; mask: ReferenceImage | null };

/**
 * Lays the painter's picture over the first reference image like a tint: honest about being no
 * real edit. Where a mask is opaque, the reference stays as it is.
 */
export function drawOverReference(
  painter: Painter,
  prompt: string,
  picture: SettledPicture,
  references: References,
): Drawing {
  const sketch = drawFromPrompt(painter, prompt, { ...picture, format: "png", compression: 100 });
  return {
    finish: async (variant) => tint(await sketch.finish(variant), picture, references),
    develop: async (variant, step, steps) =>
      tint(await sketch.develop(variant, step, steps), picture, references),
  };
}

async function tint(
  sketch: Uint8Array,
  picture: SettledPicture,
  { first, mask }: References,
): Promise<Uint8Array> {
  const { widthPx, heightPx } = picture;
  let layer = await sharp(sketch).ensureAlpha(SKETCH_OPACITY).png().toBuffer();
  if (mask) {
    const kept = await sharp(mask.bytes).resize(widthPx, heightPx, { fit: "cover" }).png().toBuffer();
    layer = await sharp(layer)
      .composite([{ input: kept, blend: "dest-out" }])
      .png()
      .toBuffer();
  }
  const base = sharp(first.bytes).resize(widthPx, heightPx, { fit: "cover" });
  const png = await base
    .composite([{ input: layer }])
    .png()
    .toBuffer();
  return encode(png, picture);
}

async function encode(
  png: Buffer,
  { format, compression, widthPx, heightPx }: SettledPicture,
): Promise<Uint8Array> {
  const quality = Math.max(1, compression);
  const encoders: Record<PaintFormat, () => Promise<Buffer> | Buffer> = {
    png: () => png,
    jpeg: () => sharp(png).flatten({ background: "white" }).jpeg({ quality }).toBuffer(),
    webp: () => sharp(png).webp({ quality }).toBuffer(),
    gif: () => sharp(png).gif().toBuffer(),
    svg: () => Buffer.from(embedInSvg(png, widthPx, heightPx)),
  };
  return encoders[format]();
}

function embedInSvg(png: Buffer, widthPx: number, heightPx: number): string {
  const size = `width="${widthPx}" height="${heightPx}"`;
  const href = `data:image/png;base64,${png.toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${href}"/></svg>`;
}
