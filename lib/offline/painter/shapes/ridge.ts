import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { profile, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import type { Material } from "@/lib/offline/painter/schemes/scene-palette";

/** A rolling ridge, lighter at its foot, where the next valley's mist lies. */
export function ridge(
  scene: Scene,
  name: string,
  base: number,
  swing: number,
  depth: number,
  material: Material,
  stretch = 0.5,
): Shape[] {
  const { palette, width, size } = scene;
  const noise = scene.noise(name, 5);
  const top = (x: number) => base + noise(x / (size * stretch)) * swing;
  const color = palette.land(depth, material);
  return [
    area(
      under(profile(-20, width + 20, 6, top), scene.height + 40),
      fall(
        base - swing,
        base + swing + size * 0.16,
        [0, color],
        [1, mix(color, palette.sky[2], 0.5 - depth * 0.38)],
      ),
    ),
  ];
}
