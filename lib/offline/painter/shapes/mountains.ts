import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { at, type Point, profile, type Ring, under } from "@/lib/offline/painter/draw/geometry";
import type { Random } from "@/lib/offline/painter/draw/seed";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { pineRow } from "./pines";
import { ridge } from "./ridge";
import { mist } from "./weather";

type Peak = { x: number; top: number; left: number; right: number };

/** Steep peaks standing in a row: the outline is the highest of their flanks, roughened. */
function range(scene: Scene, random: Random, name: string, foot: number, height: number, count: number) {
  const gap = scene.width / count;
  const peaks: Peak[] = Array.from({ length: count + 2 }, (_, index) => {
    const tall = height * (index % 2 === 0 ? random.range(0.72, 1) : random.range(0.42, 0.75));
    return {
      x: (index - 0.5 + random.range(-0.3, 0.3)) * gap,
      top: foot - tall,
      left: random.range(0.75, 1.25) * (height / gap) * 0.85,
      right: random.range(0.75, 1.25) * (height / gap) * 0.85,
    };
  });
  const rough = scene.noise(name, 5);
  const flank = (peak: Peak, x: number) =>
    peak.top + (x < peak.x ? (peak.x - x) * peak.left : (x - peak.x) * peak.right);
  const top = (x: number) => {
    const bare = peaks.reduce((high, peak) => Math.min(high, flank(peak, x)), foot);
    return bare + rough(x / (gap * 0.34)) * Math.min(height * 0.13, (foot - bare) * 0.35);
  };
  return { peaks, top };
}

/** The side of a peak that faces away from the light: its outline, and a spine that wanders down. */
function shadow(
  random: Random,
  peak: Peak,
  top: (x: number) => number,
  foot: number,
  side: -1 | 1,
  reach: number,
): Ring {
  const edge: Point[] = [];
  for (let step = 0; step <= 26; step++) {
    const x = peak.x + (side * reach * step) / 26;
    const y = top(x);
    const before = edge.at(-1);
    // Where the outline climbs again the next peak begins.
    if (before !== undefined && step > 5 && y < before[1] - reach * 0.03) break;
    edge.push([x, y]);
  }
  const spine: Point[] = [];
  const crest = at(edge, 0);
  let x = crest[0];
  for (let step = 1; step <= 9; step++) {
    x += reach * 0.05 * (step % 2 === 0 ? -side : side) * random.range(0.4, 1.7) + side * reach * 0.01;
    spine.push([x, crest[1] + ((foot - crest[1]) * step) / 9]);
  }
  const last = at(edge, -1);
  return [...edge, [last[0], foot], ...spine.toReversed()];
}

/** The snow on a peak: its outline above the snow line, closed by a ragged edge. */
function cap(random: Random, peak: Peak, top: (x: number) => number, depth: number, reach: number): Ring {
  const limit = top(peak.x) + depth;
  const edge = profile(peak.x - reach, peak.x + reach, reach / 30, top).filter(([, y]) => y < limit);
  if (edge.length < 4) return [];
  const [left, right] = [at(edge, 0), at(edge, -1)];
  const teeth = Array.from({ length: 9 }, (_, index): Point => {
    const t = (index + 0.5) / 9;
    const x = right[0] + (left[0] - right[0]) * t;
    return [
      x,
      limit +
        depth *
          (index % 2 === 0 ? random.range(0.05, 0.4) : -random.range(0.15, 0.5)) *
          Math.sin(t * Math.PI),
    ];
  });
  return [...edge, ...teeth];
}

/** One range of high mountains with shaded flanks and snow. */
export function massif(
  scene: Scene,
  name: string,
  foot: number,
  height: number,
  count: number,
  depth: number,
  snow: number,
): Shape[] {
  const random = scene.random.fork(name);
  const { palette, width } = scene;
  const { peaks, top } = range(scene, random, name, foot, height, count);
  const rock = palette.land(depth, "rock");
  const haze = mix(rock, palette.sky[2], 0.55 - depth * 0.3);
  const reach = (width / count) * 0.95;
  const seen = peaks.filter((peak) => top(peak.x) < foot - height * 0.25);
  const away = scene.light === 1 ? -1 : 1;
  const caps = seen
    .map((peak) => cap(random, peak, top, height * snow * random.range(0.7, 1.15), reach))
    .filter((ring) => ring.length > 0);
  return [
    area(
      under(profile(-20, width + 20, 5, top), scene.height + 40),
      fall(foot - height, foot, [0, rock], [0.5, mix(rock, haze, 0.25)], [1, haze]),
    ),
    ...(snow > 0 ? [area(caps, mix(palette.land(depth, "snow"), palette.sun, 0.3), { role: "detail" })] : []),
    area(
      seen.map((peak) => shadow(random, peak, top, foot, away, reach)),
      fall(
        foot - height,
        foot,
        [0, shift(rock, -0.1, 1.1), 0.72],
        [0.55, shift(rock, -0.07), 0.5],
        [1, haze, 0],
      ),
      { role: "detail" },
    ),
  ];
}

/** Ranges behind ranges, woods at the front. */
export function mountains(scene: Scene): Shape[][] {
  const { horizon, height, size, brief } = scene;
  const tall = Math.min(horizon * 0.72, size * 0.62);
  const snow =
    brief.season === "winter" || brief.weather === "snow"
      ? 0.5
      : scene.time === "day" || scene.time === "dawn"
        ? 0.3
        : 0.24;
  const foot = horizon;
  return [
    ridge(scene, "haze", foot - tall * 0.42, tall * 0.2, 0.06, "rock", 0.32),
    massif(scene, "massif", foot + size * 0.03, tall, scene.width > scene.height ? 4 : 3, 0.3, snow),
    massif(scene, "shoulders", foot + size * 0.08, tall * 0.46, 5, 0.46, snow * 0.35),
    ridge(scene, "wooded", foot + size * 0.02, size * 0.05, 0.58, "pine", 0.45),
    [
      ...mist(scene, foot + size * 0.05, size * 0.06, 0.45),
      ...pineRow(
        scene,
        "pines-far",
        foot + (height - foot) * 0.24,
        size * 0.06,
        0.64,
        60,
        scene.light * size * 0.12,
      ),
    ],
    [
      ...mist(scene, foot + (height - foot) * 0.4, size * 0.09, 0.4),
      ...pineRow(
        scene,
        "pines-mid",
        foot + (height - foot) * 0.56,
        size * 0.13,
        0.8,
        34,
        -scene.light * size * 0.26,
      ),
    ],
    [
      ...mist(scene, foot + (height - foot) * 0.72, size * 0.08, 0.22),
      ...pineRow(
        scene,
        "pines-near",
        foot + (height - foot) * 0.98,
        size * 0.3,
        0.96,
        15,
        scene.light * size * 0.34,
      ),
    ],
  ];
}
