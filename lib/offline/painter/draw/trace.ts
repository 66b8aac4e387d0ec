import "server-only";
import type { Point, Ring } from "./geometry";

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return a * s ** 3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t ** 3;
}

/**
 * The polygons of a path written with absolute `M`, `L`, `C`, `Q` and `Z`. Curves become `steps` straight
 * pieces, so every style can bend, brush or hatch them.
 */
export function trace(path: string, steps = 9): Ring[] {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let here: Point = [0, 0];
  for (const [, command, body] of path.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const numbers = (body ?? "").match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const pairs: Point[] = [];
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      pairs.push([numbers[index] ?? 0, numbers[index + 1] ?? 0]);
    }
    if (command === "M") {
      ring = [];
      rings.push(ring);
    }
    const size = command === "C" ? 3 : command === "Q" ? 2 : 1;
    for (let index = 0; index + size <= pairs.length; index += size) {
      const group = pairs.slice(index, index + size);
      const end = group.at(-1) ?? here;
      if (size === 1) ring.push(end);
      else {
        const [first = here, second = end] = group;
        // A quadratic curve is the cubic one whose handles lie two thirds of the way to its own.
        const b: Point =
          size === 3
            ? first
            : [here[0] + ((first[0] - here[0]) * 2) / 3, here[1] + ((first[1] - here[1]) * 2) / 3];
        const c: Point =
          size === 3
            ? second
            : [end[0] + ((first[0] - end[0]) * 2) / 3, end[1] + ((first[1] - end[1]) * 2) / 3];
        for (let step = 1; step <= steps; step++) {
          const t = step / steps;
          ring.push([cubic(here[0], b[0], c[0], end[0], t), cubic(here[1], b[1], c[1], end[1], t)]);
        }
      }
      here = end;
    }
  }
  return rings;
}
