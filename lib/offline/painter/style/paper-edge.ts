import "server-only";
import { type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** A margin of bare paper round the picture; `rough` (user units) is how uneven its inner edge is. */
export function paperEdge(scene: Scene, color: string, margin: number, rough: number): Layer {
  const { width, height } = scene;
  const noise = scene.noise("paper-edge", 4);
  const inner: Point[] = [];
  const side = (from: Point, to: Point, offset: number) => {
    const steps = rough === 0 ? 1 : 70;
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const x = from[0] + (to[0] - from[0]) * t;
      const y = from[1] + (to[1] - from[1]) * t;
      inner.push([x + noise(t * 11 + offset) * rough, y + noise(t * 13 + offset + 50) * rough]);
    }
  };
  const [left, top, right, bottom] = [margin, margin, width - margin, height - margin];
  side([left, top], [left, bottom], 0);
  side([left, bottom], [right, bottom], 7);
  side([right, bottom], [right, top], 19);
  side([right, top], [left, top], 31);
  // The outer rectangle runs the other way round, so that the inside stays open.
  const outer: Ring = rect(-30, -30, width + 60, height + 60);
  return { name: "paper-edge", subject: false, shapes: [area([outer, inner], color, { role: "wash" })] };
}
