import "server-only";
import { at, type Point } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { triangulate } from "./delaunay";
import { findEdges } from "./edges";
import { hexOfBytes, type Pixels, sample } from "./pixels";

/** Corners: a loose lattice, and more of them where the picture changes. */
function corners(scene: Scene, source: Pixels, share: number): Point[] {
  const random = scene.random.fork("facets");
  const { width, height } = scene;
  const points: Point[] = [];
  const gap = (scene.cutOut ? 58 : 92) / Math.sqrt(0.25 + share * 0.75);
  const [columns, rows] = [Math.ceil(width / gap), Math.ceil(height / gap)];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const rim = row === 0 || column === 0 || row === rows || column === columns;
      const shake = rim ? 0 : 0.42;
      const x = ((column + random.range(-shake, shake) + (rim ? 0 : 0.25 * (row % 2))) / columns) * width;
      points.push([
        column === 0 ? -2 : column === columns ? width + 2 : x,
        row === 0 ? -2 : row === rows ? height + 2 : ((row + random.range(-shake, shake)) / rows) * height,
      ]);
    }
  }
  const { steepness } = findEdges(source);
  const wanted = Math.round((scene.cutOut ? 520 : 1150) * share * scene.detail);
  const cell = scene.cutOut ? 12 : 9;
  const taken = new Set<number>();
  for (let attempt = 0; attempt < 60_000 && taken.size < wanted; attempt++) {
    const x = random.int(1, source.width - 2);
    const y = random.int(1, source.height - 2);
    if ((steepness[y * source.width + x] ?? 0) < 0.05 + random.next() * 0.5) continue;
    const point: Point = [((x + 0.5) / source.width) * width, ((y + 0.5) / source.height) * height];
    const key = Math.floor(point[0] / cell) * 4096 + Math.floor(point[1] / cell);
    if (taken.has(key)) continue;
    taken.add(key);
    points.push(point);
  }
  return points;
}

/** The picture in triangles, each one colour, tilted a little towards or away from the light. */
export function facets(scene: Scene, source: Pixels, share: number): Layer[] {
  const points = corners(scene, source, share);
  const noise = scene.noise("tilt", 2);
  const height = ([x, y]: Point) => noise(x / 70 + 3) + noise(y / 70 + 60) + noise((x + y) / 50);
  const shapes: Shape[] = [];
  for (const [ia, ib, ic] of triangulate(points)) {
    const [a, b, c] = [at(points, ia), at(points, ib), at(points, ic)];
    const center: Point = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
    const spots = [
      center,
      ...[a, b, c].map(
        (corner): Point => [center[0] * 0.62 + corner[0] * 0.38, center[1] * 0.62 + corner[1] * 0.38],
      ),
    ];
    const colors = spots.map(([x, y]) => sample(source, x / scene.width, y / scene.height));
    const solid = colors.filter((color) => color[3] > (scene.cutOut ? 20 : 128));
    if (solid.length < (scene.cutOut ? 1 : 3)) continue;
    const mean = (channel: 0 | 1 | 2) => solid.reduce((sum, color) => sum + color[channel], 0) / solid.length;
    const tilt = (height(a) - height(b)) * (b[1] - c[1]) + (height(c) - height(b)) * (a[1] - b[1]);
    const color = hexOfBytes(
      mean(0),
      mean(1),
      mean(2),
      Math.max(-15, Math.min(15, tilt * 0.35 * scene.light)),
    );
    // A hairline in its own colour closes the seams between neighbours.
    shapes.push({ ...area([a, b, c], color), stroke: { color, width: 0.8 } });
  }
  return [{ name: "facets", subject: true, shapes }];
}
