import "server-only";
import sharp, { type Sharp } from "sharp";

/** Raw RGBA, rows from the top. */
export type Pixels = { data: Buffer; width: number; height: number };

/** The pixels of an SVG at the size it names. */
export async function rasterise(svg: string): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Pixels as the start of a pipeline. */
export function open({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** The colour at a spot given as shares of width and height; alpha 0..255. */
export function sample(
  { data, width, height }: Pixels,
  u: number,
  v: number,
): readonly [number, number, number, number] {
  const x = Math.min(width - 1, Math.max(0, Math.floor(u * width)));
  const y = Math.min(height - 1, Math.max(0, Math.floor(v * height)));
  const offset = (y * width + x) * 4;
  return [data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0, data[offset + 3] ?? 0];
}

/** `#rrggbb` of three channels, 0..255, with lightness added to each. */
export function hexOfBytes(red: number, green: number, blue: number, add = 0): string {
  const digits = [red, green, blue].map((channel) =>
    Math.round(Math.min(255, Math.max(0, channel + add)))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}
