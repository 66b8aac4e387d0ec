import "server-only";
import type { Hex } from "@/lib/offline/painter/color/color";
import { movePoint, moveRing, type Placement, type Point, type Ring } from "./geometry";

export type Stop = { offset: number; color: Hex; opacity: number };
export type Paint =
  | { kind: "solid"; color: Hex }
  | { kind: "linear"; from: Point; to: Point; stops: readonly Stop[] }
  | { kind: "radial"; center: Point; radius: number; stops: readonly Stop[] };

/**
 * What a shape is to a style: `wash` a large ground without outline, `mass` a body with an outline, `detail`
 * a mark on a body, `light` a glow or mist, `spark` one of many small things in the air.
 */
export type Role = "wash" | "mass" | "detail" | "light" | "spark";

export type Shape = {
  role: Role;
  rings: readonly Ring[];
  closed: boolean;
  fill: Paint | null;
  stroke: { color: Hex; width: number } | null;
  opacity: number;
  /** Only what lies inside these rings is seen. */
  clip: readonly Ring[] | null;
};

/** Shapes that belong together; `subject` ones are all a transparent picture shows. */
export type Layer = { name: string; subject: boolean; shapes: readonly Shape[] };

export const solid = (color: Hex): Paint => ({ kind: "solid", color });

type StopInput = readonly [offset: number, color: Hex, opacity?: number];
const stopsOf = (stops: readonly StopInput[]): Stop[] =>
  stops.map(([offset, color, opacity = 1]) => ({ offset, color, opacity }));

export const linear = (from: Point, to: Point, ...stops: StopInput[]): Paint => ({
  kind: "linear",
  from,
  to,
  stops: stopsOf(stops),
});

/** A gradient from top to bottom. */
export const fall = (top: number, bottom: number, ...stops: StopInput[]): Paint =>
  linear([0, top], [0, bottom], ...stops);

export const radial = (center: Point, radius: number, ...stops: StopInput[]): Paint => ({
  kind: "radial",
  center,
  radius,
  stops: stopsOf(stops),
});

type Extras = { opacity?: number; clip?: readonly Ring[] | null; role?: Role };

function fillOf(paint: Paint | Hex): Paint {
  return typeof paint === "string" ? solid(paint) : paint;
}

/** A filled area of one or more rings. */
export function area(rings: Ring | readonly Ring[], paint: Paint | Hex, extras: Extras = {}): Shape {
  return {
    role: extras.role ?? "mass",
    rings: asRings(rings),
    closed: true,
    fill: fillOf(paint),
    stroke: null,
    opacity: extras.opacity ?? 1,
    clip: extras.clip ?? null,
  };
}

/** Open lines of one width with round ends. */
export function line(rings: Ring | readonly Ring[], color: Hex, width: number, extras: Extras = {}): Shape {
  return {
    role: extras.role ?? "detail",
    rings: asRings(rings),
    closed: false,
    fill: null,
    stroke: { color, width },
    opacity: extras.opacity ?? 1,
    clip: extras.clip ?? null,
  };
}

/** A soft round glow that fades to nothing. */
export function glow(x: number, y: number, radius: number, color: Hex, opacity: number, squash = 1): Shape {
  const ring = Array.from({ length: 28 }, (_, index): Point => {
    const angle = (index / 28) * Math.PI * 2;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius * squash];
  });
  return area(
    ring,
    radial(
      [x, y],
      radius,
      [0, color, opacity],
      [0.35, color, opacity * 0.45],
      [0.7, color, opacity * 0.1],
      [1, color, 0],
    ),
    { role: "light" },
  );
}

function isRing(rings: Ring | readonly Ring[]): rings is Ring {
  return typeof rings[0]?.[0] === "number";
}

function asRings(rings: Ring | readonly Ring[]): readonly Ring[] {
  return isRing(rings) ? [rings] : rings;
}

function movePaint(paint: Paint | null, place: Placement): Paint | null {
  if (paint === null || paint.kind === "solid") return paint;
  if (paint.kind === "linear") {
    return { ...paint, from: movePoint(paint.from, place), to: movePoint(paint.to, place) };
  }
  return { ...paint, center: movePoint(paint.center, place), radius: paint.radius * place.scale };
}

/** The shapes at another place and size: gradients, clips and line widths go along. */
export function moveShapes(shapes: readonly Shape[], place: Placement): Shape[] {
  return shapes.map((shape) => ({
    ...shape,
    rings: shape.rings.map((ring) => moveRing(ring, place)),
    fill: movePaint(shape.fill, place),
    stroke: shape.stroke && { ...shape.stroke, width: shape.stroke.width * place.scale },
    clip: shape.clip === null ? null : shape.clip.map((ring) => moveRing(ring, place)),
  }));
}
