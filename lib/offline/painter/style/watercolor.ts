import "server-only";
import { type Hex, hexOf, lchOf, mix, shift } from "@/lib/offline/painter/color/color";
import { area, glow, type Layer, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { plainColor } from "./flatten-paint";
import { paperEdge } from "./paper-edge";
import type { Style } from "./style";
import { refine, wobble } from "./wobble";

/** Pools of pigment that dried unevenly, over the large washes. */
function blooms(scene: Scene, color: Hex): Shape[] {
  const random = scene.random.fork("blooms");
  return Array.from({ length: 6 }, (_, index) =>
    glow(
      random.range(0, scene.width),
      random.range(0, scene.height),
      scene.size * random.range(0.12, 0.34),
      index % 3 !== 2 ? scene.palette.paper : shift(color, -0.06, 1.15),
      index % 3 !== 2 ? 0.3 : 0.16,
      random.range(0.35, 0.8),
    ),
  );
}

/** A body as overlapping glazes whose rims have dried darker. */
function glaze(shape: Shape, scene: Scene, index: number, crowd: number): Shape[] {
  const points = shape.rings.reduce((sum, ring) => sum + ring.length, 0);
  const busy = points > 700 || shape.rings.length > 12 || crowd > 160;
  const coat = (label: string, amount: number) => {
    const noise = scene.noise(`${label}${index % 17}`, 3);
    return shape.rings.map((ring) => wobble(busy ? ring : refine(ring, true, 26), noise, amount, 46));
  };
  const color = shape.fill === null ? scene.palette.ink : plainColor(shape.fill);
  const first = coat("coat", busy ? 1.4 : 3.2);
  const edge: Shape = {
    ...shape,
    rings: first,
    fill: null,
    stroke: { color: shift(color, -0.13, 1.15), width: busy ? 0.7 : 1.5 },
    opacity: shape.opacity * 0.42,
  };
  const body: Shape = { ...shape, rings: first, opacity: shape.opacity * 0.84 };
  if (busy) return [body, edge];
  return [body, { ...shape, rings: coat("second", 6), opacity: shape.opacity * 0.3 }, edge];
}

function restyleShape(shape: Shape, index: number, layer: Layer, scene: Scene): Shape[] {
  switch (shape.role) {
    case "mass":
      return glaze(shape, scene, index, layer.shapes.length);
    case "detail":
      return [
        {
          ...shape,
          rings:
            shape.rings.length > 60
              ? shape.rings
              : shape.rings.map((ring) => wobble(ring, scene.noise("detail", 2), 1.6, 30)),
          opacity: shape.opacity * 0.8,
        },
      ];
    case "wash":
      return [
        shape,
        ...(layer.subject
          ? []
          : blooms(scene, shape.fill === null ? scene.palette.near : plainColor(shape.fill))),
      ];
    case "light":
    case "spark":
      return [shape];
  }
}

function restyle(layer: Layer, scene: Scene): Layer {
  const shapes = layer.shapes.flatMap((shape, index) => restyleShape(shape, index, layer, scene));
  return { ...layer, shapes };
}

/** Transparent glazes on rough white paper, with a bare margin. */
export const watercolor: Style = {
  redraw: (layers, scene) => {
    const restyled = layers.map((layer) => restyle(layer, scene));
    const whole = !scene.cutOut;
    if (!whole) return restyled;
    const white = mix("#ffffff", scene.palette.paper, 0.35);
    return [
      {
        name: "sheet",
        subject: false,
        shapes: [
          area(
            [
              [-20, -20],
              [scene.width + 20, -20],
              [scene.width + 20, scene.height + 20],
              [-20, scene.height + 20],
            ],
            white,
            { role: "wash" },
          ),
        ],
      },
      ...restyled,
      paperEdge(scene, white, scene.size * 0.045, 9),
    ];
  },
  tint: () => (color) => {
    const [l, c, h] = lchOf(color);
    return hexOf([l + (1 - l) * 0.14, c * 1.08 + 0.004, h]);
  },
  resample: null,
  finish: { grain: 0.16, paper: 0.9, bloom: 0, relief: 0 },
};
