import "server-only";
import type { Point, Ring } from "@/lib/offline/painter/draw/geometry";
import { type Layer, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { findEdges } from "./edges";
import { hexOfBytes, type Pixels, sample } from "./pixels";

type Coat = { count: number; width: number; length: number; edge: number };

/** From the broad underpainting to the small touches that only sit where something changes. */
const coats: readonly Coat[] = [
  { count: 560, width: 34, length: 120, edge: 0 },
  { count: 940, width: 17, length: 70, edge: 0 },
  { count: 1100, width: 8.5, length: 34, edge: 0.1 },
  { count: 860, width: 4.4, length: 18, edge: 0.2 },
];

type Sample = readonly [number, number, number, number];

function isAlike(a: Sample, b: Sample): boolean {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) + Math.abs(a[3] - b[3]) < 62;
}

/** The picture again in brush strokes that follow its forms. `share` is how far the painting has come. */
export function strokes(scene: Scene, source: Pixels, share: number): Layer[] {
  const random = scene.random.fork("strokes");
  const { steepness, direction } = findEdges(source);
  const flow = scene.noise("flow", 2);
  const { width, height } = scene;
  const used = coats.slice(0, Math.max(1, Math.round(coats.length * share)));
  const shapes: Shape[] = [];
  for (const coat of used) {
    const wanted = Math.round(coat.count * scene.detail);
    for (let index = 0, tries = 0; index < wanted && tries < wanted * 14; tries++) {
      const u = random.next();
      const v = random.next();
      const cell = Math.floor(v * source.height) * source.width + Math.floor(u * source.width);
      const steep = steepness[cell] ?? 0;
      if (steep < coat.edge * (0.4 + random.next())) continue;
      const color = sample(source, u, v);
      if (color[3] < 200) continue;
      // Broad brushes stay off fine forms.
      if (coat.width > 12 && steep > 0.35) continue;
      index++;
      const [x, y] = [u * width, v * height];
      const drift = flow(x / 240) * 0.9 + flow(y / 200 + 31) * 0.7;
      const along = steep > 0.06 ? (direction[cell] ?? 0) + Math.PI / 2 : drift;
      // A stroke stops where the colour under it changes, so that it keeps inside outlines.
      const bend = drift * 0.22;
      const end = (way: 1 | -1): Point => {
        let half = (coat.length * random.range(0.6, 1.15)) / 2;
        for (let cut = 0; cut < 3; cut++) {
          const tip: Point = [
            x + Math.cos(along + bend * way) * half * way,
            y + Math.sin(along + bend * way) * half * way,
          ];
          if (isAlike(color, sample(source, tip[0] / width, tip[1] / height))) return tip;
          half *= 0.45;
        }
        return [x, y];
      };
      const ring: Ring = [end(-1), [x, y], end(1)];
      const tone = random.range(-11, 11);
      shapes.push(
        line(
          ring,
          hexOfBytes(color[0] + random.range(-4, 4), color[1], color[2] + random.range(-5, 5), tone),
          Math.round(coat.width * random.range(0.7, 1.2)),
        ),
      );
    }
  }
  return [{ name: "strokes", subject: true, shapes }];
}
