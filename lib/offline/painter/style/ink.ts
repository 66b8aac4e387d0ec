import "server-only";
import { hexOf, lchOf } from "@/lib/offline/painter/color/color";
import { boxOf, ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { brushLine } from "./brush-line";
import type { Style } from "./style";
import { refine } from "./wobble";

const vermilion = "#b8321f";
const paper = "#f3ecdc";

function outline(shape: Shape, scene: Scene, index: number): Shape[] {
  const box = boxOf(shape.rings);
  const span = Math.max(box.right - box.left, box.bottom - box.top);
  if (shape.rings.length > 40 || span < 6) return [];
  const noise = scene.noise(`brush${index % 23}`, 3);
  const width = Math.min(7, 1.3 + span * 0.011);
  const strokes = shape.rings.flatMap((ring) => brushLine(refine(ring, true, 14), true, noise, width, 0.3));
  return strokes.length === 0 ? [] : [area(strokes, scene.palette.ink, { role: "spark", opacity: 0.86 })];
}

/** A small seal in red, without lettering. */
function seal(scene: Scene): Shape[] {
  const s = scene.size * 0.046;
  const x = scene.focus < scene.width / 2 ? scene.width - s * 2.2 : s * 1.2;
  const y = scene.height - s * 2.4;
  return [
    area(
      [
        [x, y],
        [x + s, y + s * 0.03],
        [x + s * 0.97, y + s],
        [x + s * 0.02, y + s * 0.98],
      ],
      vermilion,
    ),
    area(
      [
        rect(x + s * 0.2, y + s * 0.2, s * 0.1, s * 0.58),
        rect(x + s * 0.45, y + s * 0.18, s * 0.1, s * 0.3),
        rect(x + s * 0.68, y + s * 0.22, s * 0.1, s * 0.55),
        rect(x + s * 0.38, y + s * 0.6, s * 0.24, s * 0.1),
      ],
      paper,
    ),
  ];
}

function restyleShape(shape: Shape, index: number, layer: Layer, scene: Scene): Shape[] {
  switch (shape.role) {
    case "wash":
      return [{ ...shape, opacity: layer.name === "sky" ? 0.2 : 0.5 }];
    case "mass":
      return [
        { ...shape, opacity: shape.opacity * (layer.subject ? 0.92 : 0.8) },
        ...outline(shape, scene, index),
      ];
    case "detail":
      return [{ ...shape, opacity: shape.opacity * 0.9 }];
    case "light":
      return layer.subject ? [] : [{ ...shape, opacity: shape.opacity * 0.35 }];
    case "spark":
      return [shape];
  }
}

function restyle(layer: Layer, scene: Scene): Layer {
  if (layer.name === "clouds")
    return { ...layer, shapes: layer.shapes.map((shape) => ({ ...shape, opacity: shape.opacity * 0.35 })) };
  if (layer.name === "sun") {
    const disc = layer.shapes.find((shape) => shape.role === "mass");
    if (disc === undefined) return { ...layer, shapes: [] };
    const box = boxOf(disc.rings);
    const round = ellipse(
      (box.left + box.right) / 2,
      (box.top + box.bottom) / 2,
      (box.right - box.left) / 2,
      (box.bottom - box.top) / 2,
      40,
    );
    return {
      ...layer,
      shapes: [area(round, scene.time === "night" ? "#fdfaf2" : vermilion, { opacity: 0.9 })],
    };
  }
  const shapes = layer.shapes.flatMap((shape, index) => restyleShape(shape, index, layer, scene));
  return { ...layer, shapes };
}

/** Washes of black and brushed outlines on warm paper, a red sun and seal. */
export const ink: Style = {
  redraw: (layers, scene) => {
    const whole = !scene.cutOut;
    const restyled = layers.map((layer) => restyle(layer, scene));
    if (!whole) return restyled;
    return [
      {
        name: "sheet",
        subject: false,
        shapes: [area(rect(-20, -20, scene.width + 40, scene.height + 40), paper, { role: "wash" })],
      },
      ...restyled,
      { name: "seal", subject: false, shapes: seal(scene) },
    ];
  },
  tint: (scene) => (color) => {
    if (color === vermilion || color === paper) return color;
    const [l, c, h] = lchOf(color);
    const named =
      scene.brief.color !== null || scene.brief.subjects.some((mention) => mention.color !== null);
    // Ink keeps few greys: dark things go black, pale ones to paper.
    const tone = scene.time === "night" ? 0.22 + l * 0.9 : l < 0.5 ? l * 0.82 : l + (0.955 - l) * 0.42;
    return hexOf([Math.min(0.955, tone), named && c > 0.12 ? c * 0.7 : 0.012, named && c > 0.12 ? h : 75]);
  },
  resample: null,
  finish: { grain: 0.2, paper: 0.8, bloom: 0, relief: 0 },
};
