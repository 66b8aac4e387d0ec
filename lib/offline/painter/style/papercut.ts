import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import type { Point } from "@/lib/offline/painter/draw/geometry";
import type { Layer, Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { flatten } from "./flatten-paint";
import { keepColors, type Style } from "./style";

/** A sheet of paper: its soft shadow, then itself with a lit edge. */
function sheet(shape: Shape, scene: Scene, subject: boolean): Shape[] {
  if (shape.rings.length > 60) return [flatten(shape)];
  const step = subject ? 2.2 : 4.5;
  const cast = (times: number): Shape => ({
    ...shape,
    role: "light",
    rings: shape.rings.map((ring) =>
      ring.map(([x, y]): Point => [x - scene.light * step * times, y - step * times * 0.5]),
    ),
    fill: { kind: "solid", color: scene.palette.ink },
    opacity: 0.13 * shape.opacity,
  });
  const flat = flatten(shape);
  const rim = flat.fill?.kind === "solid" ? mix(flat.fill.color, "#ffffff", 0.28) : null;
  return [
    cast(2.4),
    cast(1.5),
    cast(0.7),
    { ...flat, stroke: rim === null ? null : { color: rim, width: 0.9 } },
  ];
}

/** Layers of cut paper lying on one another. */
export const papercut: Style = {
  redraw: (layers: readonly Layer[], scene) =>
    layers.map((layer) => ({
      ...layer,
      shapes: layer.shapes.flatMap((shape) =>
        shape.role === "mass"
          ? sheet(shape, scene, layer.subject)
          : shape.role === "light" && !layer.subject
            ? []
            : [shape],
      ),
    })),
  tint: keepColors,
  resample: null,
  finish: { grain: 0.26, paper: 0.6, bloom: 0, relief: 0 },
};
