import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import type { Point, Ring } from "@/lib/offline/painter/draw/geometry";
import { area, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import type { Material } from "@/lib/offline/painter/schemes/scene-palette";

/** A leafy clump: a circle whose rim is made of small lobes. */
export function clump(
  noise: (x: number) => number,
  x: number,
  y: number,
  rx: number,
  ry: number,
  lobes = 13,
): Ring {
  const count = lobes * 6;
  return Array.from({ length: count }, (_, index): Point => {
    const angle = (index / count) * Math.PI * 2;
    const bump = 1 + 0.07 * Math.abs(Math.sin((angle * lobes) / 2)) + 0.07 * noise(index / 7);
    return [x + Math.cos(angle) * rx * bump, y + Math.sin(angle) * ry * bump];
  });
}

/** A broad-leaved tree with its foot at (x, y); the crown is lit from the scene's side. */
export function broadleaf(
  scene: Scene,
  name: string,
  x: number,
  y: number,
  height: number,
  depth: number,
  material: Material = "foliage",
): Shape[] {
  const random = scene.random.fork(name);
  const noise = scene.noise(name, 2);
  const { palette, light } = scene;
  const r = height * 0.32;
  const top = y - height * 0.66;
  const bark = palette.land(depth, "earth", -0.06);
  const leaf = palette.land(depth, material);
  const lit = mix(shift(leaf, 0.06), palette.sun, 0.16);
  const trunk: Ring = [
    [x - height * 0.035, y],
    [x - height * 0.02, y - height * 0.3],
    [x - height * 0.09, y - height * 0.5],
    [x - height * 0.01, y - height * 0.42],
    [x + height * 0.06, y - height * 0.55],
    [x + height * 0.022, y - height * 0.3],
    [x + height * 0.04, y],
  ];
  const puff = (dx: number, dy: number, size: number) =>
    clump(
      noise,
      x + dx * r,
      top + dy * r,
      r * size * random.range(0.92, 1.1),
      r * size * random.range(0.85, 1),
    );
  return [
    area(trunk, bark),
    area(
      [puff(-0.52, 0.3, 0.66), puff(0.55, 0.26, 0.62), puff(0, -0.2, 0.86)],
      linear(
        [x + light * r, top - r],
        [x - light * r, top + r],
        [0, lit],
        [0.5, leaf],
        [1, shift(leaf, -0.08)],
      ),
    ),
    area([puff(light * 0.3, -0.42, 0.42), puff(light * 0.62, 0.08, 0.3)], shift(lit, 0.03), {
      role: "detail",
      opacity: 0.5,
    }),
    area([puff(-light * 0.4, 0.42, 0.36)], shift(leaf, -0.1), { role: "detail", opacity: 0.45 }),
  ];
}
