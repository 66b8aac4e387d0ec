import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { rect } from "@/lib/offline/painter/draw/geometry";
import { area, glow } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { row } from "@/lib/offline/painter/shapes/city";
import { columns, signs } from "@/lib/offline/painter/shapes/city-lights";
import { glitter, reflection, ripples, surface } from "@/lib/offline/painter/shapes/water";
import { mist } from "@/lib/offline/painter/shapes/weather";
import type { Stage } from "./stage";

/** A skyline across a river. */
export function skyline(scene: Scene): Stage {
  const { height, size, horizon, palette, width, brief } = scene;
  const shore = horizon * 1.08;
  const night = scene.time === "night";
  const neon = brief.tones.includes("neon") || (night && brief.weather === "rain");
  const rows = [
    row(scene, "row-far", shore, size * 0.5, size * 0.075, 0.12, false),
    [
      ...mist(scene, shore - size * 0.06, size * 0.2, 0.35),
      ...row(scene, "row-mid", shore, size * 0.42, size * 0.085, 0.42, true),
    ],
    row(scene, "row-near", shore, size * 0.26, size * 0.105, 0.74, true),
  ];
  const lights = neon ? signs(scene, shore, size * 0.4, 9) : { shapes: [], spots: [] };
  const lamps =
    night || scene.time === "dusk"
      ? Array.from({ length: 11 }, (_, index) => ({
          x: (width * (index + 0.5)) / 11,
          color: index % 3 === 0 ? palette.accent : palette.lamp,
        }))
      : [];
  const halo =
    night || scene.time === "dusk"
      ? [
          glow(
            scene.focus,
            shore,
            size * 0.85,
            neon ? mix(palette.accent, palette.sky[2], 0.35) : mix(palette.lamp, palette.sky[2], 0.5),
            0.55,
            0.75,
          ),
        ]
      : [];
  return {
    back: [
      halo,
      ...rows,
      [
        ...lights.shapes,
        area(rect(-20, shore - size * 0.012, width + 40, size * 0.018), mix(palette.near, palette.ink, 0.4)),
      ],
      surface(scene, shore, height),
      reflection(scene, [...(rows[1] ?? []), ...(rows[2] ?? []), ...lights.shapes], shore, 0.5, 0.85),
      [
        ...columns(scene, [...lamps, ...lights.spots], shore, height - shore),
        ...(lamps.length > 0
          ? []
          : glitter(
              scene,
              scene.sun.x,
              shore,
              height,
              mix(palette.sun, palette.paper, 0.3),
              size * 0.14,
              60,
            )),
        ...ripples(scene, shore, height, 66),
      ],
    ],
    front: [],
    land: { x: scene.focus, y: height * 0.99 },
    water: { x: width - scene.focus, y: shore + (height - shore) * 0.42 },
    scale: 0.8,
    mirror: null,
  };
}
