import "server-only";
import { at, type Point, type Ring } from "@/lib/offline/painter/draw/geometry";
import type { Noise } from "@/lib/offline/painter/draw/noise";

/**
 * An outline as a brush leaves it: a long thin polygon that swells and thins; where the brush runs dry it
 * lifts, so one ring can become several strokes. `width` is the widest.
 */
export function brushLine(ring: Ring, closed: boolean, noise: Noise, width: number, dryness: number): Ring[] {
  const line = closed ? [...ring, at(ring, 0)] : ring;
  const strokes: Ring[] = [];
  let left: Point[] = [];
  let right: Point[] = [];
  let travelled = 0;
  const lift = () => {
    if (left.length > 2) strokes.push([...left, ...right.toReversed()]);
    left = [];
    right = [];
  };
  for (let index = 0; index < line.length; index++) {
    const here = at(line, index);
    const before = at(line, Math.max(0, index - 1));
    const after = at(line, Math.min(line.length - 1, index + 1));
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    travelled += Math.hypot(here[0] - before[0], here[1] - before[1]);
    const press = noise(travelled / 90) * 0.5 + 0.5;
    if (press < dryness) {
      lift();
      continue;
    }
    // A brush held at a slant draws falling lines broad and lying ones fine.
    const slant = 0.45 + 0.55 * Math.abs(dy / length);
    const half = (width * (0.25 + press * 0.75) * slant) / 2;
    left.push([here[0] - (dy / length) * half, here[1] + (dx / length) * half]);
    right.push([here[0] + (dy / length) * half, here[1] - (dx / length) * half]);
  }
  lift();
  return strokes;
}
