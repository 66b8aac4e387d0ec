import "server-only";
import type { Pixels } from "./pixels";

/** How the brightness changes at each pixel: steepness 0..1 and the direction of the slope in radians. */
export type Edges = { steepness: Float32Array; direction: Float32Array };

/** Sobel over brightness and alpha; meant for small pictures (a fifth of a megapixel at most). */
export function findEdges({ data, width, height }: Pixels): Edges {
  const tone = new Float32Array(width * height);
  for (let index = 0; index < tone.length; index++) {
    const offset = index * 4;
    const light = (data[offset] ?? 0) * 0.35 + (data[offset + 1] ?? 0) * 0.5 + (data[offset + 2] ?? 0) * 0.15;
    tone[index] = (light * 0.7 + (data[offset + 3] ?? 0) * 0.3) / 255;
  }
  const steepness = new Float32Array(tone.length);
  const direction = new Float32Array(tone.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const spot = (dx: number, dy: number) => tone[(y + dy) * width + x + dx] ?? 0;
      const across = spot(1, -1) + 2 * spot(1, 0) + spot(1, 1) - spot(-1, -1) - 2 * spot(-1, 0) - spot(-1, 1);
      const down = spot(-1, 1) + 2 * spot(0, 1) + spot(1, 1) - spot(-1, -1) - 2 * spot(0, -1) - spot(1, -1);
      steepness[y * width + x] = Math.min(1, Math.hypot(across, down));
      direction[y * width + x] = Math.atan2(down, across);
    }
  }
  return { steepness, direction };
}
