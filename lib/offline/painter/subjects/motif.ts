import "server-only";
import { type Hex, type Lch, mix, shift } from "@/lib/offline/painter/color/color";
import { boxOf, type Ring } from "@/lib/offline/painter/draw/geometry";
import { area, line, linear, radial, type Shape } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import type { Scene } from "@/lib/offline/painter/scene";

/**
 * Draws one thing in its own units: it stands on (0, 0), is 100 high (y grows downwards) and, if it has a
 * front, looks to the right. `color` is the colour the prompt gave it.
 */
export type Motif = (scene: Scene, color: Lch | null) => Shape[];

/** The thing's colour in this light. */
export function own(scene: Scene, color: Lch | null, usual: Lch, lighten = 0): Hex {
  return scene.palette.body(color ?? usual, lighten);
}

/** A body modelled by the scene's light: brighter on its side, deeper away from it. */
export function form(scene: Scene, rings: Ring | readonly Ring[], color: Hex, depth = 1): Shape {
  const shape = area(rings, color);
  const box = boxOf(shape.rings);
  const [lit, dark] = scene.light === 1 ? [box.right, box.left] : [box.left, box.right];
  const height = box.bottom - box.top;
  return {
    ...shape,
    fill: linear(
      [lit, box.top],
      [dark, box.top + height * 0.4],
      [0, mix(shift(color, 0.055 * depth), scene.palette.sun, 0.14 * depth)],
      [0.48, color],
      [1, shift(color, -0.115 * depth, 1, -4)],
    ),
  };
}

/** A round body: lit from above on the scene's side. */
export function ball(scene: Scene, rings: Ring | readonly Ring[], color: Hex): Shape {
  const shape = area(rings, color);
  const box = boxOf(shape.rings);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const x = (box.left + box.right) / 2 + scene.light * width * 0.22;
  const y = box.top + height * 0.3;
  return {
    ...shape,
    fill: radial(
      [x, y],
      Math.max(width, height) * 0.82,
      [0, mix(shift(color, 0.07), scene.palette.sun, 0.22)],
      [0.42, color],
      [0.85, shift(color, -0.13, 1.02, -6)],
      [1, shift(color, -0.1, 1, -6)],
    ),
  };
}

/** A mark on a body, from a path. */
export function mark(path: string, color: Hex, opacity = 1): Shape {
  return area(trace(path), color, { role: "detail", opacity });
}

/** A body from a path, modelled by the light. */
export function cut(scene: Scene, path: string, color: Hex, depth = 1): Shape {
  return form(scene, trace(path), color, depth);
}

/** Thin lines from a path. */
export function wire(path: string, color: Hex, width: number, opacity = 1): Shape {
  return line(trace(path), color, width, { opacity });
}

/** Whether lamps are lit at this hour and in this weather. */
export function isLampLit(scene: Scene): boolean {
  return (
    scene.time === "night" ||
    scene.time === "dusk" ||
    scene.brief.weather === "storm" ||
    (scene.time === "dawn" && scene.brief.weather === "fog")
  );
}
