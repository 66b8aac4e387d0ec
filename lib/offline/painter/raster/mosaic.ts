import "server-only";
import sharp from "sharp";
import { hexOfBytes, open, type Pixels } from "./pixels";

/** Every `step`-th pixel as it is: averaging would blur the edges that make pixel art crisp. */
export async function pickPixels(source: Pixels, step: number): Promise<Pixels> {
  const width = Math.max(1, Math.floor(source.width / step));
  const height = Math.max(1, Math.floor(source.height / step));
  const data = await open(source).resize(width, height, { kernel: "nearest", fit: "fill" }).raw().toBuffer();
  return { data, width, height };
}

/** The picture in few colours, one pixel per cell of the grid. */
export async function limitColors(source: Pixels, colors: number): Promise<Pixels> {
  const indexed = await open(source)
    .png({ palette: true, colours: colors, dither: 0.35, effort: 3 })
    .toBuffer();
  const { data, info } = await sharp(indexed).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let offset = 3; offset < data.length; offset += 4) data[offset] = (data[offset] ?? 0) > 127 ? 255 : 0;
  return { data, width: info.width, height: info.height };
}

/** The grid at full size, every cell with hard edges. */
export async function enlarge(grid: Pixels, widthPx: number, heightPx: number): Promise<Pixels> {
  const data = await open(grid)
    .resize(widthPx, heightPx, { kernel: "nearest", fit: "fill" })
    .raw()
    .toBuffer();
  return { data, width: widthPx, height: heightPx };
}

/** The grid as an SVG: one path per colour, cells of a row joined. */
export function mosaicSvg({ data, width, height }: Pixels, widthPx: number, heightPx: number): string {
  const runs = new Map<string, string[]>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      const start = (y * width + x) * 4;
      let length = 1;
      while (x + length < width && data.readUInt32LE(start + length * 4) === data.readUInt32LE(start))
        length++;
      if ((data[start + 3] ?? 0) > 0) {
        const color = hexOfBytes(data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0);
        const list = runs.get(color) ?? [];
        list.push(`M${x} ${y}h${length}v1h-${length}z`);
        runs.set(color, list);
      }
      x += length;
    }
  }
  const paths = [...runs].map(([color, list]) => `<path fill="${color}" d="${list.join("")}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges">${paths.join("")}</svg>`;
}
