import "server-only";

export type Point = readonly [x: number, y: number];
/** Corners in order; closed or open is the shape's business. */
export type Ring = readonly Point[];

/** The item at an index that wraps around both ends; the list must not be empty. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[((index % list.length) + list.length) % list.length];
  if (item === undefined) throw new RangeError("An empty list has no item.");
  return item;
}

/** Where a group of shapes goes: scaled about its own origin, turned (degrees), then moved. */
export type Placement = { x: number; y: number; scale: number; flip?: boolean; turn?: number };

export function movePoint([x, y]: Point, place: Placement): Point {
  const angle = ((place.turn ?? 0) * Math.PI) / 180;
  const sx = x * place.scale * (place.flip === true ? -1 : 1);
  const sy = y * place.scale;
  return [
    place.x + sx * Math.cos(angle) - sy * Math.sin(angle),
    place.y + sx * Math.sin(angle) + sy * Math.cos(angle),
  ];
}

export function moveRing(ring: Ring, place: Placement): Ring {
  return ring.map((point) => movePoint(point, place));
}

export function rect(x: number, y: number, width: number, height: number): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** An ellipse as a polygon; `turn` in degrees. */
export function ellipse(cx: number, cy: number, rx: number, ry = rx, count = 36, turn = 0): Ring {
  const lean = (turn * Math.PI) / 180;
  return Array.from({ length: count }, (_, index): Point => {
    const angle = (index / count) * Math.PI * 2;
    const x = Math.cos(angle) * rx;
    const y = Math.sin(angle) * ry;
    return [cx + x * Math.cos(lean) - y * Math.sin(lean), cy + x * Math.sin(lean) + y * Math.cos(lean)];
  });
}

/** Points on an arc from one angle to another (degrees, 0 = right, 90 = down). */
export function arc(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
  count = 20,
): Ring {
  return Array.from({ length: count + 1 }, (_, index): Point => {
    const angle = ((from + ((to - from) * index) / count) * Math.PI) / 180;
    return [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry];
  });
}

/** A Catmull-Rom curve through the points, sampled `steps` times between neighbours. */
export function smooth(points: Ring, closed = true, steps = 6): Ring {
  const count = points.length;
  const pick = (index: number) =>
    closed ? at(points, index) : at(points, Math.min(count - 1, Math.max(0, index)));
  const result: Point[] = [];
  const last = closed ? count : count - 1;
  for (let index = 0; index < last; index++) {
    const [a, b, c, d] = [pick(index - 1), pick(index), pick(index + 1), pick(index + 2)];
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const axis = (p: number, q: number, r: number, s: number) =>
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3);
      result.push([axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1])]);
    }
  }
  if (!closed) result.push(pick(count - 1));
  return result;
}

/** A line from left to right, `top(x)` high, sampled every `step`. */
export function profile(from: number, to: number, step: number, top: (x: number) => number): Ring {
  const count = Math.max(2, Math.ceil((to - from) / step));
  return Array.from({ length: count + 1 }, (_, index): Point => {
    const x = from + ((to - from) * index) / count;
    return [x, top(x)];
  });
}

/** The area under an open line, down to `bottom`. */
export function under(line: Ring, bottom: number): Ring {
  const first = at(line, 0);
  const last = at(line, -1);
  return [...line, [last[0], bottom], [first[0], bottom]];
}

/** A long thin leaf lying between two points: pointed at both ends, `thickness` at the middle. */
export function sliver(x: number, y: number, length: number, thickness: number): Ring {
  const half = length / 2;
  return [
    [x - half, y],
    [x - half * 0.4, y - thickness * 0.42],
    [x + half * 0.2, y - thickness * 0.5],
    [x + half, y],
    [x + half * 0.3, y + thickness * 0.4],
    [x - half * 0.3, y + thickness * 0.5],
  ];
}

export type Box = { left: number; top: number; right: number; bottom: number };

export function boxOf(rings: readonly Ring[]): Box {
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of rings.flat()) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
