import "server-only";
import Delaunator from "delaunator";
import type { Point } from "@/lib/offline/painter/draw/geometry";

export type Triangle = readonly [a: number, b: number, c: number];

/** The Delaunay triangles of the points, as indexes into them. The same points always give the same triangles. */
export function triangulate(points: readonly Point[]): Triangle[] {
  const corners = Delaunator.from([...points]).triangles;
  const triangles: Triangle[] = [];
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = corners.subarray(at, at + 3);
    if (a !== undefined && b !== undefined && c !== undefined) triangles.push([a, b, c]);
  }
  return triangles;
}
