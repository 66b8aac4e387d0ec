import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { type Point, profile, type Ring, under } from "@/lib/offline/painter/draw/geometry";
import type { Random } from "@/lib/offline/painter/draw/seed";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** A conifer standing at (x, y): tiers that droop, each a little uneven. */
export function pine(random: Random, x: number, y: number, height: number, tiers = 6): Ring {
  const half = height * random.range(0.17, 0.23);
  const left: Point[] = [];
  const right: Point[] = [];
  for (let tier = 1; tier <= tiers; tier++) {
    const t = tier / tiers;
    const level = y - height * (1 - t * 0.93);
    const out = half * t ** 0.85;
    left.push(
      [x - out * random.range(0.85, 1.12), level + height * 0.012],
      [x - out * 0.48, level - height * 0.012],
    );
    right.push(
      [x + out * random.range(0.85, 1.12), level + height * 0.012],
      [x + out * 0.48, level - height * 0.012],
    );
  }
  const trunk = height * 0.018;
  return [
    [x, y - height],
    ...left,
    [x - trunk, y - height * 0.07],
    [x - trunk, y],
    [x + trunk, y],
    [x + trunk, y - height * 0.07],
    ...right.toReversed(),
  ];
}

/** A wooded slope: conifers in clumps along a swelling ground line. */
export function pineRow(
  scene: Scene,
  name: string,
  base: number,
  tall: number,
  depth: number,
  count: number,
  tilt = 0,
): Shape[] {
  const random = scene.random.fork(name);
  const { palette, width, size } = scene;
  const noise = scene.noise(name, 3);
  const ground = (x: number) => base + noise(x / (size * 0.6)) * size * 0.05 - tilt * (x / width - 0.5);
  // On a slope the trees of the high side stand nearer and taller.
  const grown = (x: number) =>
    tilt === 0 ? 1 : 0.55 + Math.max(0, Math.sign(tilt) * (x / width - 0.5) + 0.5) ** 1.6 * 1.05;
  const density = scene.noise(`${name}-clumps`, 2);
  const amount = Math.round(count * scene.detail * Math.max(1, width / 1000));
  const trees = Array.from(
    { length: amount },
    (_, index) => ((index + random.range(-0.4, 0.4)) / amount) * (width + 40) - 20,
  )
    .filter((x) => density(x / (size * 0.28)) > -0.35)
    .map((x) => pine(random, x, ground(x) + size * 0.01, tall * grown(x) * random.range(0.6, 1.25)));
  const color = palette.land(depth, "pine");
  const white = scene.brief.season === "winter" || scene.brief.weather === "snow";
  const floor = white ? palette.land(depth, "snow") : color;
  return [
    area(
      trees,
      fall(base - tall, base + size * 0.06, [0, color], [1, white ? mix(color, floor, 0.25) : color]),
    ),
    area(
      under(profile(-20, width + 20, 12, ground), base + size),
      fall(
        base - size * 0.05,
        base + size * 0.3,
        [0, white ? floor : mix(color, palette.land(depth, "grass"), 0.35)],
        [0.35, floor],
        [1, white ? mix(floor, palette.sky[1], 0.35) : mix(color, palette.near, 0.5)],
      ),
    ),
  ];
}
