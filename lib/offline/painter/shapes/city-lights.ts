import "server-only";
import { type Hex, mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, glow, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** Upright signs without lettering, each with its halo. */
export function signs(
  scene: Scene,
  foot: number,
  tall: number,
  count: number,
): { shapes: Shape[]; spots: { x: number; color: Hex }[] } {
  const random = scene.random.fork("signs");
  const { palette, size, width } = scene;
  const shapes: Shape[] = [];
  const spots: { x: number; color: Hex }[] = [];
  const hues = [
    palette.accent,
    palette.second,
    mix(palette.sky[1], palette.paper, 0.45),
    palette.lamp,
  ] as const;
  for (let index = 0; index < count; index++) {
    const x = width * ((index + random.range(0.1, 0.9)) / count);
    const color = shift(random.pick(hues), 0.04, 1.35);
    const h = size * random.range(0.04, 0.11);
    const w = size * random.range(0.008, 0.018);
    const y = foot - tall * random.range(0.14, 0.55);
    spots.push({ x, color });
    shapes.push(glow(x, y, h * 1.3, color, 0.5));
    shapes.push(area(rect(x - w / 2, y - h / 2, w, h), color, { role: "mass" }));
    shapes.push(
      area(
        [0.2, 0.4, 0.6, 0.8].map((t) => rect(x - w * 0.3, y - h / 2 + h * t - w * 0.18, w * 0.6, w * 0.36)),
        mix(color, palette.paper, 0.75),
        { role: "detail" },
      ),
    );
  }
  return { shapes, spots };
}

/** Wavering columns of coloured light on wet ground or a river. */
export function columns(
  scene: Scene,
  spots: readonly { x: number; color: Hex }[],
  top: number,
  length: number,
): Shape[] {
  const random = scene.random.fork("columns");
  return spots.map(({ x, color }) => {
    const dashes = Array.from({ length: 22 }, (_, index): Ring => {
      const y = top + 4 + (length * index) / 22;
      const w = scene.size * (0.016 + 0.022 * (index / 22)) * random.range(0.5, 1.2);
      const off = random.range(-1, 1) * scene.size * 0.008;
      const h = scene.size * 0.0042;
      const left: Point = [x + off - w, y];
      return [left, [x + off, y - h], [x + off + w, y], [x + off, y + h]];
    });
    return area(dashes, color, { role: "detail", opacity: 0.5 });
  });
}
