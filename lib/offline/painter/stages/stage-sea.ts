import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, profile, type Ring, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { ridge } from "@/lib/offline/painter/shapes/ridge";
import { glitter, ripples, surface, swell } from "@/lib/offline/painter/shapes/water";
import type { Stage } from "./stage";

/** A rocky head of land rising from the water on the focus side; returns its shapes and its highest spot. */
export function headland(scene: Scene, foot: number, rise: number): { shapes: Shape[]; top: Point } {
  const { width, size, palette, light } = scene;
  const left = scene.focus < width / 2;
  const reach = Math.max(size * 0.34, (left ? scene.focus : width - scene.focus) + size * 0.2);
  const noise = scene.noise("headland", 5);
  const edge = left ? -30 : width + 30;
  const inward = left ? 1 : -1;
  const shapeOf = (lift: number, long: number): Ring =>
    profile(0, 1, 1 / 46, (t) => t).map(([t]): Point => {
      const x = edge + inward * t * reach * long;
      const plateau = t < 0.62 ? 1 : Math.max(0, 1 - ((t - 0.62) / 0.38) ** 1.5);
      return [
        x,
        foot -
          rise * lift * plateau * (0.92 + 0.1 * noise(t * 7)) -
          Math.abs(noise(t * 19)) * rise * 0.13 * plateau,
      ];
    });
  const rock = palette.land(0.78, "rock", -0.06);
  const dark = mix(shift(rock, -0.1), palette.near, 0.45);
  const ridgeLine = shapeOf(1, 1);
  const top = ridgeLine.reduce((best, point) =>
    Math.abs(point[0] - scene.focus) < Math.abs(best[0] - scene.focus) ? point : best,
  );
  const faces: Ring[] = Array.from({ length: 7 }, (_, index): Ring => {
    const x = edge + inward * reach * (0.16 + index * 0.115);
    const w = reach * 0.05 * (1 + 0.5 * noise(index * 2.7));
    return [
      [x, foot - rise * (0.8 - 0.08 * index)],
      [x + w, foot - rise * 0.55],
      [x + w * 0.5, foot - rise * 0.26],
      [x + w * 1.3, foot + 6],
      [x - w * 1.1, foot + 6],
      [x - w * 0.5, foot - rise * 0.36],
    ];
  });
  const grass = palette.land(0.8, "grass");
  const turf = ridgeLine.filter((_, index) => index < 32);
  return {
    shapes: [
      area(
        under(shapeOf(0.55, 1.28), foot + 10),
        fall(foot - rise, foot, [0, mix(rock, palette.sky[2], 0.25)], [1, rock]),
      ),
      area(
        under(ridgeLine, foot + 10),
        fall(foot - rise, foot, [0, light === inward ? shift(rock, 0.03) : rock], [1, dark]),
      ),
      area(faces, dark, { role: "detail", opacity: 0.5 }),
      area(
        [
          ...turf,
          ...turf
            .map(([x, y], index): Point => [x, y + rise * (0.1 + 0.07 * noise(index * 0.9))])
            .toReversed(),
        ],
        grass,
        { role: "detail" },
      ),
    ],
    top: [top[0], top[1] + rise * 0.05],
  };
}

/** A beach in the foreground with the lace of the last wave. */
function beach(scene: Scene, base: number): Shape[] {
  const { width, size, palette, light } = scene;
  const noise = scene.noise("beach", 2);
  const shore = (x: number) =>
    base + noise(x / (size * 0.7)) * size * 0.03 - light * (x / width - 0.5) * size * 0.2;
  const sand = palette.land(0.92, "sand");
  const wet = mix(sand, palette.land(0.8, "water"), 0.4);
  const band = (from: number, to: number): Ring => [
    ...profile(-20, width + 20, 12, (x) => shore(x) + from),
    ...profile(
      -20,
      width + 20,
      12,
      (x) => shore(x) + to + noise(x / (size * 0.08)) * size * 0.006,
    ).toReversed(),
  ];
  return [
    area(
      under(profile(-20, width + 20, 12, shore), scene.height + 40),
      fall(
        base - size * 0.08,
        scene.height,
        [0, mix(sand, palette.sun, 0.2)],
        [0.5, sand],
        [1, shift(sand, -0.06)],
      ),
    ),
    area(band(-size * 0.006, size * 0.05), wet, { role: "detail", opacity: 0.65 }),
    area(band(-size * 0.022, -size * 0.004), palette.paper, { role: "detail", opacity: 0.85 }),
    area(band(size * 0.012, size * 0.017), palette.paper, { role: "detail", opacity: 0.5 }),
  ];
}

/** The open sea: islands far off, a headland when something needs ground, swell or a beach in front. */
export function stageSea(scene: Scene): Stage {
  const { horizon, height, size, width, palette, brief } = scene;
  const rough = brief.weather === "storm" ? 2.1 : brief.weather === "rain" ? 1.2 : 0.55;
  const grounded = brief.subjects.some(({ kind }) =>
    ["lighthouse", "house", "church", "castle", "tree", "windmill", "tent", "horse", "fox"].includes(kind),
  );
  const palms = brief.subjects.some(
    ({ kind }) => kind === "palm" || kind === "person" || kind === "dog" || kind === "umbrella",
  );
  const room = height - horizon;
  const waves = swell(scene, horizon, height, brief.weather === "storm" ? 9 : 7, rough);
  const cliff = grounded
    ? headland(scene, horizon + room * 0.34, size * (0.17 + 0.03 * (scene.variant % 3)))
    : null;
  const sandy = !grounded && brief.weather !== "storm" && (palms || scene.variant % 2 === 1);
  const split = grounded ? 3 : waves.length - 2;
  return {
    back: [
      ridge(scene, "islands", horizon - size * 0.004, size * 0.034, 0.16, "rock", 0.3),
      surface(scene, horizon, height),
      [
        ...glitter(
          scene,
          scene.sun.x,
          horizon,
          height,
          mix(palette.sun, palette.paper, 0.2),
          size * 0.17,
          brief.weather === "storm" ? 30 : 120,
        ),
        ...ripples(scene, horizon, height, 70),
      ],
      ...(sandy ? [] : waves.slice(0, split)),
      ...(cliff === null ? [] : [cliff.shapes]),
      ...(sandy ? [beach(scene, horizon + room * 0.72)] : []),
    ],
    front: sandy ? [] : waves.slice(split),
    land:
      cliff === null
        ? { x: scene.focus, y: horizon + room * (sandy ? 0.82 : 0.3) }
        : { x: cliff.top[0], y: cliff.top[1] },
    water: {
      x: cliff === null ? scene.focus : width - scene.focus,
      y: horizon + room * (grounded ? 0.3 : 0.4),
    },
    scale: 1,
    mirror: null,
  };
}
