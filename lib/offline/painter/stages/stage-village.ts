import "server-only";
import { type Lch, mix } from "@/lib/offline/painter/color/color";
import { moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { grasses, path } from "@/lib/offline/painter/shapes/meadow";
import { massif } from "@/lib/offline/painter/shapes/mountains";
import { pineRow } from "@/lib/offline/painter/shapes/pines";
import { ridge } from "@/lib/offline/painter/shapes/ridge";
import { church, house } from "@/lib/offline/painter/subjects/buildings";
import type { Stage } from "./stage";

/** Houses climbing a slope around their church. */
export function stageVillage(scene: Scene): Stage {
  const { height, size, horizon, palette, focus, brief } = scene;
  const random = scene.random.fork("village");
  const room = height - horizon;
  const snow = brief.season === "winter" || brief.weather === "snow";
  const walls: readonly [Lch, ...Lch[]] = [
    [0.93, 0.025, 85],
    [0.88, 0.06, 75],
    [0.84, 0.05, 40],
    [0.9, 0.02, 230],
  ];
  const houses: Shape[][] = [];
  for (let row = 0; row < 4; row++) {
    const t = row / 3;
    const y = horizon + room * (0.06 + 0.34 * t);
    const scale = size * (0.00058 + 0.00062 * t);
    const count = 4;
    const line: Shape[] = [];
    for (let index = 0; index < count; index++) {
      const x =
        focus +
        (index - (count - 1) / 2) * size * (0.16 + 0.09 * t) +
        random.range(-0.03, 0.03) * size +
        (row % 2) * size * 0.07;
      if (row === 1 && index === 1)
        line.push(...moveShapes(church(scene, null), { x, y, scale: scale * 1.75 }));
      else
        line.push(
          ...moveShapes(house(scene, random.pick(walls)), {
            x,
            y: y + random.range(-0.01, 0.01) * size,
            scale: scale * random.range(0.9, 1.1),
            flip: random.chance(0.5),
          }),
        );
    }
    houses.push(line);
  }
  const lane = mix(palette.land(0.85, snow ? "snow" : "sand"), palette.near, 0.1);
  return {
    back: [
      massif(
        scene,
        "massif",
        horizon + size * 0.04,
        Math.min(horizon * 0.66, size * 0.5),
        4,
        0.26,
        snow ? 0.55 : 0.32,
      ),
      pineRow(scene, "wood", horizon - size * 0.005, size * 0.07, 0.5, 44),
      ridge(scene, "slope", horizon + size * 0.015, size * 0.03, 0.66, "grass", 0.7),
      ...houses,
      ridge(scene, "green", horizon + room * 0.5, size * 0.03, 0.88, "grass", 0.9),
      path(scene, focus + size * 0.02, horizon + room * 0.5, lane),
    ],
    front: [
      snow
        ? pineRow(scene, "front", height - size * 0.03, size * 0.16, 0.95, 12)
        : grasses(scene, height + size * 0.01, size * 0.09, palette.accent),
    ],
    land: { x: focus + scene.light * size * 0.3, y: horizon + room * 0.66 },
    water: null,
    scale: 1,
    mirror: null,
  };
}
