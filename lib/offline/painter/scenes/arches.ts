import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { arc, ellipse, type Point, type Ring, rect, smooth } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { inksOf } from "./abstract-inks";

/** Stones in balance before arches. */
export function arches(scene: Scene): Shape[] {
  const random = scene.random.fork("arches");
  const { width, height, size, palette, light } = scene;
  const inks = inksOf(scene);
  const foot = height * 0.82;
  const arch = (x: number, r: number, count: number, from: number): Shape[] =>
    Array.from({ length: count }, (_, index) => {
      const radius = r * (1 - index / (count + 0.6));
      return area(
        [[x - radius, foot], ...arc(x, foot - r * 0.7, radius, radius, 180, 360, 36), [x + radius, foot]],
        inks[(index + from) % inks.length] ?? inks[0],
      );
    });
  const stone = (x: number, y: number, rx: number, ry: number): Ring =>
    smooth(
      Array.from({ length: 8 }, (_, index): Point => {
        const angle = (index / 8) * Math.PI * 2;
        return [
          x + Math.cos(angle) * rx * random.range(0.9, 1.08),
          y + Math.sin(angle) * ry * random.range(0.9, 1.08),
        ];
      }),
      true,
      8,
    );
  const x = width * (0.5 - light * 0.26);
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      fall(
        0,
        height,
        [0, mix(palette.paper, palette.sky[2], 0.35)],
        [1, mix(palette.paper, palette.sky[1], 0.4)],
      ),
      { role: "wash" },
    ),
    area(ellipse(width * (0.5 - light * 0.2), height * 0.24, size * 0.105, size * 0.105, 56), palette.accent),
    ...arch(width * (0.5 + light * 0.14), size * 0.37, 5, 1),
    ...arch(width * (0.5 - light * 0.22), size * 0.2, 3, 3),
    area(rect(-20, foot, width + 40, height), palette.near, { role: "wash" }),
    ...[
      [0, 0.05, 0.14, 0.055],
      [0.015, -0.045, 0.105, 0.046],
      [-0.01, -0.122, 0.07, 0.036],
      [0.006, -0.18, 0.04, 0.025],
    ].map(([dx = 0, dy = 0, rx = 0, ry = 0], index) =>
      area(
        stone(x + light * size * 0.24 + dx * size, foot + dy * size + size * 0.02, rx * size, ry * size),
        index % 2 === 0 ? mix(inks[4] ?? palette.paper, palette.paper, 0.3) : palette.second,
      ),
    ),
  ];
}
