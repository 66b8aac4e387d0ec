import "server-only";
import { hexOf, lchOf, mix } from "@/lib/offline/painter/color/color";
import { ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { flatten } from "./flatten-paint";
import { paperEdge } from "./paper-edge";
import type { Style } from "./style";

/** The sky as flat rings round the sun, as screen prints have it. */
function rings(scene: Scene): Shape[] {
  const { sun, palette, width, height } = scene;
  const reach = Math.hypot(width, height);
  const [top, middle, low] = palette.sky;
  const count = 7;
  return [
    area(rect(-20, -20, width + 40, height + 40), top, { role: "wash" }),
    ...Array.from({ length: count }, (_, index) => {
      const t = (index + 1) / count;
      const color = t < 0.5 ? mix(top, middle, t * 2) : mix(middle, low, (t - 0.5) * 2);
      const r = reach * (0.72 * (1 - t) + 0.1);
      return area(ellipse(sun.x, sun.y, r, r, 72), color, { role: "wash" });
    }),
  ];
}

/** Flat inks, stepped sky, a border: a print. */
export const poster: Style = {
  redraw: (layers, scene) => {
    const whole = !scene.cutOut;
    const flat = layers.map((layer): Layer => {
      if (layer.name === "sky" && whole) return { ...layer, shapes: rings(scene) };
      return {
        ...layer,
        shapes: layer.shapes
          .filter((shape) => shape.role !== "light" || layer.subject)
          .map((shape) => (layer.subject ? shape : flatten(shape))),
      };
    });
    return whole ? [...flat, paperEdge(scene, scene.palette.paper, scene.size * 0.042, 0)] : flat;
  },
  tint: () => (color) => {
    const [l, c, h] = lchOf(color);
    return hexOf([l, c * 1.14, h]);
  },
  resample: null,
  finish: { grain: 0.2, paper: 0.2, bloom: 0, relief: 0 },
};
