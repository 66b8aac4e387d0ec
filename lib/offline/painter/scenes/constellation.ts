import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { arc, ellipse, type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, line, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { inksOf } from "./abstract-inks";

/** Discs, bars and arcs in balance round one large circle. */
export function constellation(scene: Scene): Shape[] {
  const random = scene.random.fork("constellation");
  const { width, height, size, palette, light } = scene;
  const inks = inksOf(scene);
  const [x, y] = [width * (0.5 + light * 0.1), height * 0.42];
  const tilt = (-24 * light * Math.PI) / 180;
  const beam = (offset: number, long: number, thick: number, along = 0): Ring => {
    const [dx, dy] = [Math.cos(tilt), Math.sin(tilt)];
    const [cx, cy] = [x - dy * offset + dx * along, y + dx * offset + dy * along];
    const spot = (a: number, b: number): Point => [cx + dx * a - dy * b, cy + dy * a + dx * b];
    return [spot(-long, -thick), spot(long, -thick), spot(long, thick), spot(-long, thick)];
  };
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      linear(
        [0, 0],
        [width, height],
        [0, mix(palette.paper, palette.sky[2], 0.35)],
        [1, mix(palette.paper, palette.sky[2], 0.75)],
      ),
      { role: "wash" },
    ),
    area(
      ellipse(x, y, size * 0.29, size * 0.29, 80),
      linear(
        [x - size * 0.3, y - size * 0.3],
        [x + size * 0.3, y + size * 0.3],
        [0, shift(palette.accent, 0.05)],
        [1, shift(palette.accent, -0.09, 1, -14)],
      ),
    ),
    area(beam(size * 0.16, size * 0.46, size * 0.024, size * 0.05), palette.near),
    area(beam(-size * 0.07, size * 0.32, size * 0.055, -size * 0.22), palette.second, { opacity: 0.9 }),
    area(beam(size * 0.3, size * 0.2, size * 0.012, -size * 0.12), palette.accent),
    area(
      [
        beam(size * 0.355, size * 0.3, size * 0.005, 0),
        beam(size * 0.375, size * 0.24, size * 0.005, size * 0.06),
      ],
      palette.ink,
    ),
    area(
      ellipse(x - light * size * 0.27, y + size * 0.3, size * 0.13, size * 0.13, 60),
      mix(palette.sky[0], palette.near, 0.25),
      { opacity: 0.93 },
    ),
    area(ellipse(x - light * size * 0.27, y + size * 0.3, size * 0.06, size * 0.06, 48), palette.paper),
    area(
      [
        [x + light * size * 0.14, y + size * 0.48],
        [x + light * size * 0.42, y + size * 0.44],
        [x + light * size * 0.3, y + size * 0.16],
      ],
      mix(palette.far, palette.second, 0.3),
      { opacity: 0.9 },
    ),
    line(
      [[...arc(x, y, size * 0.37, size * 0.37, light === 1 ? 190 : -10 - 100, light === 1 ? 290 : -10, 40)]],
      palette.ink,
      size * 0.004,
      { role: "mass" },
    ),
    area(
      Array.from({ length: 7 }, (_, index) =>
        ellipse(
          x + light * size * (0.3 + (index % 3) * 0.045),
          y - size * (0.36 - Math.floor(index / 3) * 0.045),
          size * 0.011,
          size * 0.011,
          14,
        ),
      ),
      palette.ink,
      { role: "detail" },
    ),
    ...Array.from({ length: 3 }, (_, index) =>
      area(
        ellipse(
          random.range(0.1, 0.9) * width,
          random.range(0.75, 0.94) * height,
          size * (0.015 + 0.012 * index),
          size * (0.015 + 0.012 * index),
          30,
        ),
        inks[index] ?? inks[0],
      ),
    ),
  ];
}
