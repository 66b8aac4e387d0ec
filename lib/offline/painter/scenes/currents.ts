import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, profile, rect, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { inksOf } from "./abstract-inks";

/** Bands that flow across the sheet one below the other, under a disc. */
export function currents(scene: Scene): Shape[] {
  const { width, height, size, palette, sun } = scene;
  const inks = inksOf(scene);
  const bands = Array.from({ length: 9 }, (_, index) => {
    const noise = scene.noise(`band${index >> 1}`, 2);
    const base = height * (0.26 + index * 0.085);
    const edge = profile(
      -20,
      width + 20,
      10,
      (x) =>
        base +
        noise(x / (size * 0.55)) * size * 0.1 +
        Math.sin(x / (size * 0.21) + index * 0.7) * size * 0.022,
    );
    const color = inks[(index * 3 + 1) % inks.length] ?? inks[0];
    return area(
      under(edge, height + 40),
      fall(base - size * 0.1, base + size * 0.2, [0, shift(color, 0.03)], [1, shift(color, -0.05)]),
    );
  });
  return [
    area(rect(-20, -20, width + 40, height + 40), mix(palette.paper, palette.sky[2], 0.5), { role: "wash" }),
    area(ellipse(sun.x, height * 0.24, size * 0.13, size * 0.13, 64), palette.accent),
    ...bands,
  ];
}
