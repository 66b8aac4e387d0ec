import "server-only";
import { at, type Point } from "@/lib/offline/painter/draw/geometry";

export type Triangle = readonly [a: number, b: number, c: number];
type Circle = { triangle: Triangle; x: number; y: number; square: number };

function circleOf(points: readonly Point[], triangle: Triangle): Circle {
  const [[ax, ay], [bx, by], [cx, cy]] = [
    at(points, triangle[0]),
    at(points, triangle[1]),
    at(points, triangle[2]),
  ];
  const twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by)) || 1e-9;
  const a = ax * ax + ay * ay;
  const b = bx * bx + by * by;
  const c = cx * cx + cy * cy;
  const x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice;
  const y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice;
  return { triangle, x, y, square: (ax - x) ** 2 + (ay - y) ** 2 };
}

/**
 * The Delaunay triangles of the points, as indexes into them. Points are taken from left to right, so a circle
 * left behind can be closed for good (Bowyer and Watson's method with a sweep).
 */
export function triangulate(input: readonly Point[]): Triangle[] {
  const count = input.length;
  const far = 40_000;
  const points: Point[] = [...input, [-far, -far], [far, -far], [0, far * 2]];
  const order = Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => at(points, a)[0] - at(points, b)[0],
  );
  let open: Circle[] = [circleOf(points, [count, count + 1, count + 2])];
  const closed: Triangle[] = [];
  for (const index of order) {
    const [x, y] = at(points, index);
    const keep: Circle[] = [];
    const edges = new Map<number, readonly [number, number]>();
    for (const circle of open) {
      const dx = x - circle.x;
      if (dx > 0 && dx * dx > circle.square) closed.push(circle.triangle);
      else if (dx * dx + (y - circle.y) ** 2 > circle.square) keep.push(circle);
      else {
        const [a, b, c] = circle.triangle;
        for (const [p, q] of [
          [a, b],
          [b, c],
          [c, a],
        ] as const) {
          // An edge that two cut triangles share lies inside the hole and goes.
          const key = Math.min(p, q) * points.length + Math.max(p, q);
          if (!edges.delete(key)) edges.set(key, [p, q]);
        }
      }
    }
    for (const [p, q] of edges.values()) keep.push(circleOf(points, [p, q, index]));
    open = keep;
  }
  for (const circle of open) closed.push(circle.triangle);
  return closed.filter((triangle) => triangle.every((corner) => corner < count));
}
