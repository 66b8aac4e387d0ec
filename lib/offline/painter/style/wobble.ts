import "server-only";
import type { Point, Ring } from "@/lib/offline/painter/draw/geometry";
import type { Noise } from "@/lib/offline/painter/draw/noise";

/** The ring with points added so that no side is longer than `step`. */
export function refine(ring: Ring, closed: boolean, step: number): Ring {
  const result: Point[] = [];
  for (const [index, [x, y]] of ring.entries()) {
    result.push([x, y]);
    const next = ring[index + 1] ?? (closed ? ring[0] : undefined);
    if (next === undefined) continue;
    const pieces = Math.min(40, Math.floor(Math.hypot(next[0] - x, next[1] - y) / step));
    for (let piece = 1; piece < pieces; piece++) {
      result.push([x + ((next[0] - x) * piece) / pieces, y + ((next[1] - y) * piece) / pieces]);
    }
  }
  return result;
}

/** The ring drawn by a hand: every point moved a little, neighbours alike. */
export function wobble(ring: Ring, noise: Noise, amount: number, wave: number): Ring {
  return ring.map(
    ([x, y]): Point => [
      x + noise(x / wave + y / (wave * 1.7)) * amount,
      y + noise(y / wave - x / (wave * 1.3) + 41) * amount,
    ],
  );
}
