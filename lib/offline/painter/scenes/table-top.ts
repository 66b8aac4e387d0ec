import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { arc, ellipse, type Point, type Ring, rect, smooth } from "@/lib/offline/painter/draw/geometry";
import { area, fall, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { own } from "@/lib/offline/painter/subjects/motif";

/** The wall behind: an arch, a round niche, or the light of a window thrown on it. */
export function backdrop(scene: Scene, edge: number): Shape[] {
  const { width, size, palette, light, variant } = scene;
  // Every second picture has a deep wall, for the things to glow against.
  const deep = variant % 2 === 0;
  const wall = deep
    ? mix(mix(palette.near, palette.far, 0.42), palette.sky[0], 0.2)
    : mix(mix(palette.sky[1], palette.far, 0.3), palette.second, 0.14);
  const pane = mix(wall, palette.sun, 0.5);
  const lean = size * 0.14 * light;
  const panes: Ring[] = [0, 1].flatMap((column) =>
    [0, 1].map((row): Ring => {
      const x = width * (light === 1 ? 0.16 : 0.5) + column * size * 0.17;
      const y = edge * (0.16 + row * 0.36);
      return [
        [x, y],
        [x + size * 0.15, y - lean * 0.12],
        [x + size * 0.15, y + edge * 0.31],
        [x, y + edge * 0.33],
      ];
    }),
  );
  const center = width * 0.5;
  const arch: Ring = [
    [center - size * 0.36, edge + 10],
    ...arc(center, edge * 0.48, size * 0.36, size * 0.36, 180, 360, 32),
    [center + size * 0.36, edge + 10],
  ];
  const figures: readonly Shape[][] = [
    [area(panes, pane, { role: "light", opacity: 0.55 })],
    [area(arch, fall(0, edge, [0, shift(wall, -0.07, 1.3)], [1, shift(wall, -0.03, 1.2)]), { role: "wash" })],
    [
      area(
        ellipse(center + light * size * 0.1, edge * 0.55, size * 0.33, size * 0.33, 64),
        mix(palette.accent, wall, 0.35),
        { role: "wash" },
      ),
    ],
  ];
  return [
    area(
      rect(-20, -20, width + 40, edge + 60),
      linear(
        [light === 1 ? width : 0, 0],
        [light === 1 ? 0 : width, edge],
        [0, mix(wall, palette.sun, 0.32)],
        [0.5, wall],
        [1, shift(wall, -0.1)],
      ),
      { role: "wash" },
    ),
    ...(figures[(variant + scene.random.fork("backdrop").int(0, 2)) % 3] ?? []),
  ];
}

/** The table with a cloth falling over its edge. */
export function table(scene: Scene, edge: number): Shape[] {
  const { width, height, size, palette, light } = scene;
  const top = mix(own(scene, null, [0.62, 0.08, 52]), palette.near, 0.12);
  const front = edge + size * 0.24;
  const cloth = mix(palette.paper, palette.sky[2], 0.3);
  const noise = scene.noise("cloth", 2);
  const middle = width / 2 - light * size * 0.16;
  const half = size * 0.3;
  // One corner of the cloth hangs over the edge.
  const tip: Point = [middle - light * size * 0.05, front + size * 0.15];
  const lap: Ring = smooth(
    [
      [middle - half, front],
      [middle - half * 0.55, front + size * (0.055 + noise(2) * 0.012)],
      [tip[0] - half * 0.2, front + size * 0.12],
      tip,
      [tip[0] + half * 0.3, front + size * 0.11],
      [middle + half * 0.6, front + size * (0.05 + noise(5) * 0.012)],
      [middle + half, front],
    ],
    false,
    5,
  );
  const folds: Ring[] = [-0.5, -0.16, 0.16, 0.48].map((share): Ring => {
    const x = middle + half * share;
    return [
      [x, front],
      [x + size * 0.012, front],
      [x + (tip[0] - x) * 0.3 + size * 0.006, front + size * 0.1 * (1 - Math.abs(share) * 0.8)],
    ];
  });
  return [
    area(
      rect(-20, edge, width + 40, front - edge + 2),
      linear(
        [light === 1 ? width : 0, edge],
        [light === 1 ? 0 : width, front],
        [0, mix(shift(top, 0.07), palette.sun, 0.2)],
        [0.6, top],
        [1, shift(top, -0.07)],
      ),
      { role: "wash" },
    ),
    area(
      rect(-20, front, width + 40, height - front + 40),
      fall(front, height, [0, shift(top, -0.15)], [1, shift(top, -0.24)]),
      { role: "wash" },
    ),
    area(rect(-20, front - 2, width + 40, size * 0.012), shift(top, 0.06), { role: "detail", opacity: 0.7 }),
    area(
      [
        [middle - half * 0.86, edge + size * 0.075],
        [middle + half * 0.86, edge + size * 0.075],
        ...lap.toReversed(),
      ],
      linear(
        [0, edge],
        [0, front + size * 0.16],
        [0, cloth],
        [0.66, shift(cloth, -0.02)],
        [0.67, shift(cloth, -0.09)],
        [1, shift(cloth, -0.13)],
      ),
    ),
    area(folds, shift(cloth, -0.2), { role: "detail", opacity: 0.4 }),
  ];
}
