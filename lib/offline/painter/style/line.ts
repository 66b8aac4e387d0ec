import "server-only";
import { lchOf, mix } from "@/lib/offline/painter/color/color";
import { rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { plainColor } from "./flatten-paint";
import { hatch } from "./hatch";
import type { Style } from "./style";
import { refine, wobble } from "./wobble";

function restyleShape(shape: Shape, layer: Layer, scene: Scene, paper: string, ink: string): Shape[] {
  const noise = scene.noise("hand", 2);
  const tone = shape.fill === null ? 0 : lchOf(plainColor(shape.fill))[0];
  switch (shape.role) {
    case "wash":
      return layer.subject || layer.name === "sky" || layer.name === "sheet"
        ? []
        : [{ ...shape, fill: { kind: "solid", color: paper } }];
    case "light":
      return [];
    case "mass": {
      const drawn: Shape = {
        ...shape,
        rings: shape.rings.map((ring) =>
          wobble(ring.length > 90 ? ring : refine(ring, true, 40), noise, 1.1, 60),
        ),
        opacity: 1,
        fill: {
          kind: "solid",
          color: layer.subject
            ? mix(paper, plainColor(shape.fill ?? { kind: "solid", color: paper }), 0.3)
            : paper,
        },
        stroke: { color: ink, width: layer.subject ? 2.3 : 1.2 },
      };
      return [drawn, ...(layer.subject ? [] : hatch(drawn, ink, tone, 0.7))];
    }
    case "detail":
      if (shape.fill === null) return [{ ...shape, stroke: { color: ink, width: 0.8 }, opacity: 0.7 }];
      return shape.rings.length > 30
        ? [{ ...shape, fill: { kind: "solid", color: ink }, opacity: 0.32 }]
        : [
            {
              ...shape,
              fill: {
                kind: "solid",
                color: layer.subject ? mix(paper, plainColor(shape.fill), tone < 0.35 ? 0.85 : 0.4) : paper,
              },
              stroke: { color: ink, width: 0.85 },
              opacity: 1,
            },
            ...hatch(shape, ink, tone * 0.75, 0.6),
          ];
    case "spark":
      return [
        {
          ...shape,
          fill: shape.fill === null ? null : { kind: "solid", color: ink },
          stroke: shape.stroke === null ? null : { color: ink, width: 0.7 },
        },
      ];
  }
}

function restyle(layer: Layer, scene: Scene, paper: string, ink: string): Layer {
  const shapes = layer.shapes.flatMap((shape) => restyleShape(shape, layer, scene, paper, ink));
  return { ...layer, shapes };
}

/** Pen lines and hatching on paper; the main thing keeps a breath of colour. */
export const line: Style = {
  redraw: (layers, scene) => {
    const paper = "#f6f1e6";
    const inked = mix(scene.palette.ink, "#1b1a20", 0.5);
    const whole = !scene.cutOut;
    const restyled = layers.map((layer) => restyle(layer, scene, paper, inked));
    return whole
      ? [
          {
            name: "sheet",
            subject: false,
            shapes: [area(rect(-20, -20, scene.width + 40, scene.height + 40), paper, { role: "wash" })],
          },
          ...restyled,
        ]
      : restyled;
  },
  tint: () => (color) => color,
  resample: null,
  finish: { grain: 0.12, paper: 0.55, bloom: 0, relief: 0 },
};
