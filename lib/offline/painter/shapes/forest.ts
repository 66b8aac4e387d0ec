import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, profile, type Ring, under } from "@/lib/offline/painter/draw/geometry";
import type { Random } from "@/lib/offline/painter/draw/seed";
import { area, fall, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { clump } from "./broadleaf";
import { pine } from "./pines";

function trunk(random: Random, x: number, foot: number, width: number): Ring {
  const lean = random.range(-0.6, 0.6) * width;
  return [
    [x - width * 0.85, foot + 4],
    [x - width * 0.5, foot - width * 1.6],
    [x - width * 0.4 + lean, -20],
    [x + width * 0.4 + lean, -20],
    [x + width * 0.5, foot - width * 1.6],
    [x + width * 0.9, foot + 4],
  ];
}

function branch(random: Random, x: number, y: number, length: number, width: number): Ring {
  const rise = length * random.range(0.1, 0.45);
  const mid: Point = [x + length * 0.5, y - rise * 0.35];
  return [
    [x, y - width],
    mid,
    [x + length, y - rise],
    [x + length * 0.48, y - rise * 0.35 + width * 0.7],
    [x, y + width],
  ];
}

/** One curtain of trees with its strip of ground. */
function curtain(scene: Scene, index: number, depth: number, foot: number): Shape[] {
  const random = scene.random.fork(`curtain${index}`);
  const { palette, width, size, brief } = scene;
  const noise = scene.noise(`floor${index}`, 3);
  const white = brief.season === "winter" || brief.weather === "snow";
  const leafy = brief.season === "autumn" || brief.season === "spring" || (scene.variant % 2 === 1 && !white);
  const floor = (x: number) => foot + noise(x / (size * 0.5)) * size * 0.03;
  const dark = mix(palette.land(depth, "pine"), palette.near, depth * 0.3);
  const ground = palette.land(depth, white ? "snow" : leafy ? "grass" : "pine", white ? 0 : 0.02);
  const gap = size * (0.06 + depth * 0.22);
  const spots = Array.from(
    { length: Math.ceil(width / gap) + 1 },
    (_, spot) => (spot + random.range(-0.36, 0.36)) * gap,
  ).filter(
    // A clearing stays open where the main thing stands; nearer curtains part wider.
    (x) => Math.abs(x - scene.focus) > size * (0.05 + depth * 0.2),
  );
  const thick = size * (0.006 + depth * 0.026);
  const trees: Shape[] = leafy
    ? [
        area(
          spots.map((x) => trunk(random, x, floor(x), thick * random.range(0.7, 1.3))),
          fall(0, foot, [0, shift(dark, 0.02)], [1, dark]),
        ),
        area(
          spots.flatMap((x) =>
            [0, 1, 2].map((puff) =>
              clump(
                noise,
                x + random.range(-0.6, 0.6) * gap,
                random.range(-0.05, 0.2 + 0.08 * puff) * foot,
                gap * random.range(0.4, 0.72),
                gap * random.range(0.3, 0.5),
                11,
              ),
            ),
          ),
          linear(
            [scene.sun.x, 0],
            [scene.width - scene.sun.x, foot * 0.6],
            [0, mix(palette.land(depth, "foliage", 0.06), palette.sun, 0.2)],
            [1, palette.land(depth, "foliage", -0.04)],
          ),
        ),
      ]
    : [
        area(
          spots.map((x) => pine(random, x, floor(x) + 5, foot * random.range(0.62, 1.02), 9)),
          fall(
            foot * 0.1,
            foot,
            [0, dark],
            [0.75, mix(dark, ground, 0.12)],
            [1, mix(dark, palette.sky[2], 0.3 - depth * 0.25)],
          ),
        ),
      ];
  return [
    ...trees,
    area(
      under(profile(-20, width + 20, 10, floor), scene.height + 40),
      fall(
        foot - size * 0.03,
        foot + size * 0.2,
        [0, mix(ground, palette.sun, white ? 0.1 : 0.18)],
        [0.4, ground],
        [1, shift(ground, -0.06)],
      ),
    ),
  ];
}

/** Beams of sun slanting down from the crowns. */
function beams(scene: Scene): Shape[] {
  const { sun, size, height, palette, light } = scene;
  const rings = Array.from({ length: 4 }, (_, index): Ring => {
    const x = sun.x - light * index * size * 0.17;
    const wide = size * (0.03 + 0.02 * (index % 2));
    return [
      [x, -20],
      [x + wide, -20],
      [x + wide * 3 - light * height * 0.42, height * 0.92],
      [x - light * height * 0.42, height * 0.92],
    ];
  });
  return [
    area(
      rings,
      fall(0, height * 0.86, [0, palette.sun, 0.3], [0.6, palette.sun, 0.12], [1, palette.sun, 0]),
      { role: "light" },
    ),
  ];
}

/** Great trunks close by that frame the picture. */
function frame(scene: Scene): Shape[] {
  const random = scene.random.fork("frame");
  const { width, height, size, palette } = scene;
  const edge = scene.focus > width / 2 ? 0.08 : 0.92;
  const spots = [width * edge, width * (1 - edge) + random.range(-0.02, 0.06) * width];
  const dark = mix(palette.near, palette.ink, 0.4);
  return [
    area(
      spots.flatMap((x, index) => {
        const wide = size * (index === 0 ? 0.055 : 0.036);
        const inward = x < width / 2 ? 1 : -1;
        return [
          trunk(random, x, height + 30, wide),
          branch(
            random,
            x,
            height * random.range(0.1, 0.2),
            inward * size * random.range(0.2, 0.34),
            wide * 0.16,
          ),
          branch(
            random,
            x,
            height * random.range(0.3, 0.42),
            inward * size * random.range(0.1, 0.2),
            wide * 0.12,
          ),
          branch(random, x, height * random.range(0.2, 0.3), -inward * size * 0.2, wide * 0.13),
        ];
      }),
      linear([0, 0], [width, 0], [0, dark], [0.5, shift(dark, 0.03)], [1, dark]),
    ),
  ];
}

/** A forest as a stage: pale curtains behind, dark trunks in front, a clearing between. */
export function forest(scene: Scene): Shape[][] {
  const { height, horizon } = scene;
  const room = height - horizon;
  const bright = scene.time === "day" || scene.time === "dawn" || scene.time === "dusk";
  return [
    curtain(scene, 0, 0.1, horizon),
    curtain(scene, 1, 0.3, horizon + room * 0.1),
    curtain(scene, 2, 0.52, horizon + room * 0.24),
    [
      ...(bright && scene.brief.weather === "clear" ? beams(scene) : []),
      ...curtain(scene, 3, 0.78, horizon + room * 0.48),
    ],
    frame(scene),
  ];
}
