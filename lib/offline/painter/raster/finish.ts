import "server-only";
import sharp, { type OverlayOptions } from "sharp";
import type { Finish } from "@/lib/offline/painter/style/style";
import { open, type Pixels } from "./pixels";
import { cropTile, grainTile, paperTile, type Tile } from "./tiles";

function laid(tile: Tile, { width, height }: Pixels, blend: "soft-light" | "multiply"): OverlayOptions {
  const { data, side } = cropTile(tile, width, height);
  return { input: data, raw: { width: side[0], height: side[1], channels: 3 }, tile: true, blend };
}

/** Ridges of paint lit from the upper left, as grey to be laid over. */
async function relief(pixels: Pixels, strength: number): Promise<OverlayOptions> {
  const { width, height } = pixels;
  const k = 0.95 * strength;
  // Two steps: within one pipeline the kernel would run on the colours, before they turn grey.
  const grey = await open(pixels).removeAlpha().greyscale().blur(0.6).raw().toBuffer();
  const data = await sharp(grey, { raw: { width, height, channels: 1 } })
    .convolve({ width: 3, height: 3, kernel: [k, k, 0, k, 0, -k, 0, -k, -k], scale: 1, offset: 128 })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  // Overlay is even-handed: soft light lifts dark paint far more than it deepens it.
  return { input: data, raw: { width, height, channels: 1 }, blend: "overlay" };
}

/** The picture blurred, to be screened over itself. */
async function bloom(pixels: Pixels, strength: number): Promise<OverlayOptions> {
  const small = Math.max(16, Math.round(pixels.width / 6));
  const soft = await open(pixels)
    .removeAlpha()
    .resize(small)
    .blur(small / 45)
    .linear(strength * 0.42, -12 * strength)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const input = await sharp(soft)
    .resize(pixels.width, pixels.height, { fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    input: input.data,
    raw: { width: input.info.width, height: input.info.height, channels: input.info.channels },
    blend: "screen",
  };
}

/** Grain, paper, bloom and relief over the finished drawing; alpha is kept as it was. */
export async function finishPixels(pixels: Pixels, finish: Finish, opaque: boolean): Promise<Pixels> {
  const overlays: OverlayOptions[] = [];
  if (finish.relief > 0) overlays.push(await relief(pixels, finish.relief));
  if (finish.bloom > 0) overlays.push(await bloom(pixels, finish.bloom));
  if (finish.paper > 0) overlays.push(laid(paperTile(finish.paper), pixels, "multiply"));
  if (finish.grain > 0) overlays.push(laid(grainTile(finish.grain), pixels, "soft-light"));
  if (overlays.length === 0) return pixels;
  // Laid over the bare colours: over alpha, the rims of a cut-out would take the tile's grey.
  const { width, height } = pixels;
  const colors = await open(pixels).removeAlpha().raw().toBuffer();
  const bare = sharp(colors, { raw: { width, height, channels: 3 } }).composite(overlays);
  if (opaque) return { ...pixels, data: await bare.ensureAlpha().raw().toBuffer() };
  const done = await bare.removeAlpha().raw().toBuffer();
  const alpha = await open(pixels).extractChannel(3).raw().toBuffer();
  const data = await sharp(done, { raw: { width, height, channels: 3 } })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer();
  return { ...pixels, data };
}
