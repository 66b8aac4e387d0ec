import { expect, test } from "vitest";
import { at, type Point } from "@/lib/offline/painter/draw/geometry";
import { createRandom } from "@/lib/offline/painter/draw/seed";
import { triangulate } from "./delaunay";

test("covers the whole square without gap or overlap", () => {
  const random = createRandom("points");
  const inside = Array.from({ length: 300 }, (): Point => [random.range(1, 99), random.range(1, 99)]);
  const points: Point[] = [[0, 0], [100, 0], [0, 100], [100, 100], ...inside];
  const covered = triangulate(points).reduce((sum, [ia, ib, ic]) => {
    const [a, b, c] = [at(points, ia), at(points, ib), at(points, ic)];
    return sum + Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  }, 0);
  expect(covered).toBeCloseTo(10_000, 0);
});
