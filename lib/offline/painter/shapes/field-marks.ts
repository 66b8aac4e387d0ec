import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** Drifts of flowers over a slope, smaller further up; `grain` is a bloom's radius beside the picture. */
export function drifts(scene: Scene, name: string, top: number, bottom: number, grain: number): Shape[] {
  const random = scene.random.fork(name);
  const { width, size, palette } = scene;
  const where = scene.noise(name, 2);
  const dots = (count: number): Ring[] =>
    Array.from(
      { length: Math.round(count * scene.detail) },
      () => [random.range(0, width), random.next() ** 0.8] as const,
    )
      .filter(([x, t]) => where(x / (size * 0.22) + t * 2) > -0.05)
      .map(([x, t]) =>
        ellipse(
          x,
          top + t * (bottom - top),
          size * grain * (0.35 + t * 0.8),
          size * grain * (0.22 + t * 0.5),
          7,
        ),
      );
  return [
    area(dots(150), mix(palette.paper, palette.second, 0.25), { role: "detail", opacity: 0.85 }),
    area(dots(130), palette.accent, { role: "detail", opacity: 0.9 }),
  ];
}

/** Round bales lying about a stubble field from `y` down. */
export function bales(scene: Scene, y: number, room: number): Shape[] {
  const random = scene.random.fork("bales");
  const { width, size, palette, focus } = scene;
  const straw = palette.land(0.75, "wheat", 0.02);
  return Array.from({ length: 5 }, (_, index) => {
    const t = index / 4;
    const r = size * (0.011 + t * 0.012);
    const x = (focus + width * (0.22 + 0.19 * index) + random.range(-0.05, 0.05) * width) % width;
    const level = y + room * t + random.range(0, 0.01) * size;
    return [
      area(ellipse(x - scene.light * r * 1.1, level + r * 0.9, r * 1.9, r * 0.3, 18), palette.near, {
        role: "light",
        opacity: 0.3,
      }),
      area(
        [ellipse(x - r * 0.7, level, r * 0.6, r, 22), rect(x - r * 0.7, level - r, r * 1.4, r * 2)],
        shift(straw, -0.05),
      ),
      area(ellipse(x + r * 0.7, level, r * 0.6, r, 22), mix(straw, palette.sun, 0.25)),
      area(ellipse(x + r * 0.7, level, r * 0.3, r * 0.5, 16), shift(straw, -0.08), { role: "detail" }),
    ];
  }).flat();
}
