import "server-only";
import { type Hex, mix } from "@/lib/offline/painter/color/color";
import { boxOf, ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, line, radial, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import type { Style } from "./style";

/** Papers in the order of variants. */
const papers: readonly [Hex, ...Hex[]] = ["#17408c", "#0f4f6b", "#1f2f66", "#33418f"];
const chalk = "#e6effb";

function grid(scene: Scene, blue: Hex): Shape[] {
  const { width, height, size } = scene;
  const step = size / 40;
  const rules = (gap: number): Ring[] => [
    ...Array.from(
      { length: Math.ceil(width / gap) },
      (_, index): Ring => [
        [index * gap, 0],
        [index * gap, height],
      ],
    ),
    ...Array.from(
      { length: Math.ceil(height / gap) },
      (_, index): Ring => [
        [0, index * gap],
        [width, index * gap],
      ],
    ),
  ];
  const inset = size * 0.035;
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      radial(
        [width * 0.5, height * 0.45],
        Math.max(width, height) * 0.75,
        [0, mix(blue, "#5b86cf", 0.4)],
        [1, blue],
      ),
      { role: "wash" },
    ),
    line(rules(step), chalk, 0.5, { opacity: 0.13 }),
    line(rules(step * 5), chalk, 0.8, { opacity: 0.2 }),
    line(
      [
        [
          [inset, inset],
          [width - inset, inset],
          [width - inset, height - inset],
          [inset, height - inset],
          [inset, inset],
        ],
      ],
      chalk,
      1.6,
      { opacity: 0.85 },
    ),
  ];
}

/** Measures round the main thing: dimension lines with ticks, a centre line, a compass circle. */
function measures(scene: Scene, layers: readonly Layer[]): Shape[] {
  const rings = layers
    .filter((layer) => layer.subject && !layer.name.startsWith("inset"))
    .flatMap((layer) =>
      layer.shapes.filter((shape) => shape.role === "mass").flatMap((shape) => shape.rings),
    );
  if (rings.length === 0) return [];
  const { left, right, top, bottom } = boxOf(rings);
  const off = scene.size * 0.04;
  const tick = scene.size * 0.009;
  const mid = (left + right) / 2;
  const reach = Math.hypot(right - left, bottom - top) / 2;
  const dashed = (from: number, to: number): Ring[] =>
    Array.from(
      { length: Math.ceil((to - from) / 16) },
      (_, index): Ring => [
        [mid, from + index * 16],
        [mid, from + index * 16 + (index % 2 === 0 ? 10 : 3)],
      ],
    );
  const marks: Ring[] = [
    [
      [left, bottom + off],
      [right, bottom + off],
    ],
    [
      [left, bottom + off * 0.4],
      [left, bottom + off * 1.4],
    ],
    [
      [right, bottom + off * 0.4],
      [right, bottom + off * 1.4],
    ],
    [
      [right + off, top],
      [right + off, bottom],
    ],
    [
      [right + off * 0.4, top],
      [right + off * 1.4, top],
    ],
    [
      [right + off * 0.4, bottom],
      [right + off * 1.4, bottom],
    ],
    [
      [left + tick, bottom + off - tick * 0.6],
      [left, bottom + off],
      [left + tick, bottom + off + tick * 0.6],
    ],
    [
      [right - tick, bottom + off - tick * 0.6],
      [right, bottom + off],
      [right - tick, bottom + off + tick * 0.6],
    ],
    [
      [right + off - tick * 0.6, top + tick],
      [right + off, top],
      [right + off + tick * 0.6, top + tick],
    ],
    [
      [right + off - tick * 0.6, bottom - tick],
      [right + off, bottom],
      [right + off + tick * 0.6, bottom - tick],
    ],
  ];
  return [
    line(marks, chalk, 1, { opacity: 0.8 }),
    line(dashed(top - off * 1.6, bottom + off * 1.8), chalk, 0.8, { opacity: 0.6 }),
    line(
      [
        [
          ...ellipse(mid, (top + bottom) / 2, reach * 1.04, reach * 1.04, 72),
          [mid + reach * 1.04, (top + bottom) / 2],
        ],
      ],
      chalk,
      0.7,
      { opacity: 0.35 },
    ),
  ];
}

function restyleShape(shape: Shape, layer: Layer, blue: Hex): Shape[] {
  switch (shape.role) {
    case "wash":
    case "light":
      return [];
    case "mass":
      return [
        {
          ...shape,
          opacity: 1,
          fill: { kind: "solid", color: mix(blue, "#5b86cf", layer.subject ? 0.42 : 0.2) },
          stroke: { color: chalk, width: layer.subject ? 1.7 : 0.9 },
        },
      ];
    case "detail":
      return shape.fill === null
        ? [{ ...shape, stroke: { color: chalk, width: 0.7 }, opacity: 0.6 }]
        : [{ ...shape, fill: null, stroke: { color: chalk, width: 0.8 }, opacity: 0.75 }];
    case "spark":
      return [
        {
          ...shape,
          fill: shape.fill === null ? null : { kind: "solid", color: chalk },
          stroke: shape.stroke === null ? null : { color: chalk, width: 0.6 },
          opacity: 0.5,
        },
      ];
  }
}

function restyle(layer: Layer, blue: Hex): Layer {
  const shapes = layer.shapes.flatMap((shape) => restyleShape(shape, layer, blue));
  return { ...layer, shapes };
}

/** White lines on blue paper, with a grid and measures. */
export const blueprint: Style = {
  redraw: (layers, scene) => {
    const whole = !scene.cutOut;
    const blue = papers[scene.variant % papers.length] ?? papers[0];
    const restyled = layers.map((layer) => restyle(layer, blue));
    return whole
      ? [
          { name: "sheet", subject: false, shapes: grid(scene, blue) },
          ...restyled,
          { name: "measures", subject: false, shapes: measures(scene, layers) },
        ]
      : restyled;
  },
  tint: () => (color) => color,
  resample: null,
  finish: { grain: 0.22, paper: 0.35, bloom: 0, relief: 0 },
};
