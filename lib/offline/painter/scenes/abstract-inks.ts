import "server-only";
import { type Hex, mix } from "@/lib/offline/painter/color/color";
import type { Scene } from "@/lib/offline/painter/scene";

export type Inks = readonly [Hex, ...Hex[]];

/** The colours a composition is built from. */
export function inksOf(scene: Scene): Inks {
  const { palette } = scene;
  const night = scene.time === "night";
  return [
    palette.accent,
    palette.second,
    palette.near,
    mix(palette.sky[1], palette.sky[0], 0.3),
    palette.sky[2],
    mix(palette.far, palette.accent, 0.2),
    night ? palette.lamp : mix(palette.near, palette.far, 0.5),
  ];
}
