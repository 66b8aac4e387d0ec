import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, profile, type Ring, sliver } from "@/lib/offline/painter/draw/geometry";
import type { Random } from "@/lib/offline/painter/draw/seed";
import { area, fall, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** The outline of a heap of round puffs on a flat base. */
function heap(random: Random, x: number, base: number, width: number, height: number): Ring {
  const count = Math.max(5, Math.round(width / (height * 0.42)));
  const puffs = Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    const swell = Math.sin(t * Math.PI) ** 0.8;
    const r = height * (0.2 + 0.26 * swell) * random.range(0.8, 1.2);
    return { x: x - width / 2 + width * t, y: base - swell * height * random.range(0.3, 0.62), r };
  });
  const top = profile(x - width * 0.54, x + width * 0.54, width / 70, (px) =>
    puffs.reduce((high, puff) => {
      const inside = puff.r ** 2 - (px - puff.x) ** 2;
      return inside > 0 ? Math.min(high, puff.y - Math.sqrt(inside)) : high;
    }, base),
  );
  const belly = profile(
    x - width * 0.54,
    x + width * 0.54,
    width / 9,
    (px) => base + Math.sin(px * 0.05) * height * 0.025,
  );
  return [...top, ...belly.toReversed()];
}

/** Fair-weather heaps, smaller towards the horizon. */
function heaps(scene: Scene, bottom: number): Shape[] {
  const random = scene.random.fork("heaps");
  const { palette, width, size } = scene;
  const count = scene.brief.weather === "clouds" ? 6 : 4;
  const white = mix(palette.sun, palette.paper, 0.5);
  return Array.from({ length: count }, (_, index) => {
    const near = (index + 0.4) / count;
    const base = bottom * (0.86 - near * 0.62);
    const w = size * (0.26 + near * 0.5) * random.range(0.75, 1.2);
    const h = w * random.range(0.26, 0.36);
    const x = width * (((index * 0.41 + random.range(-0.08, 0.08) + scene.variant * 0.23) % 1.1) - 0.05);
    const under = mix(palette.sky[1], palette.sky[0], near * 0.3);
    return [
      area(
        heap(random, x, base, w, h),
        fall(base - h, base, [0, white, 0.95], [0.55, mix(white, under, 0.35), 0.9], [1, under, 0.35]),
      ),
      area(
        heap(random, x + w * 0.1 * -scene.light, base, w * 0.62, h * 0.55),
        fall(base - h * 0.6, base, [0, mix(white, under, 0.55), 0.55], [1, under, 0.1]),
        { role: "light" },
      ),
    ];
  }).flat();
}

/** Long bars of cloud lit from below, for the low sun. */
function bars(scene: Scene, bottom: number): Shape[] {
  const random = scene.random.fork("bars");
  const { palette, width, size, sun } = scene;
  return Array.from({ length: 9 }, (_, index) => {
    const t = (index + random.range(0.1, 0.9)) / 9;
    const y = bottom * (0.1 + t * 0.82);
    const length = size * random.range(0.35, 0.95) * (1.2 - t * 0.4);
    const x = random.range(-0.05, 1.05) * width;
    const near = Math.max(0, 1 - Math.hypot(x - sun.x, y - sun.y) / (size * 0.8));
    const dark = mix(palette.sky[0], palette.sky[1], 0.3 + t * 0.45);
    const lit = mix(palette.sky[2], palette.sun, near);
    const pieces = Array.from({ length: 4 }, (__, piece) =>
      sliver(
        x + random.range(-0.28, 0.28) * length,
        y + (piece - 1.5) * size * 0.009,
        length * random.range(0.4, 0.9),
        size * random.range(0.012, 0.026) * (1.2 - t * 0.6),
      ),
    );
    const edge = pieces.map((piece) => piece.map(([px, py]): Point => [px, py + size * 0.004]));
    return [
      area(edge, lit, { role: "light", opacity: 0.55 + near * 0.3 }),
      area(pieces, dark, { role: "light", opacity: scene.time === "night" ? 0.35 : 0.62 }),
    ];
  }).flat();
}

/** A bank of storm: dark bellies hanging from the top edge, row by row. */
function bank(scene: Scene, bottom: number): Shape[] {
  const random = scene.random.fork("bank");
  const { palette, width, size } = scene;
  const shapes: Shape[] = [];
  for (let row = 3; row >= 0; row--) {
    const base = bottom * (0.2 + row * 0.15) + random.range(-0.02, 0.02) * size;
    const noise = scene.noise(`bank${row}`, 3);
    const scallop = profile(-30, width + 30, 14, (x) => {
      const lobe = Math.abs(Math.sin(x / (size * (0.09 + row * 0.012)) + row * 2));
      return base + noise(x / (size * 0.5)) * size * 0.09 + lobe * size * 0.03;
    });
    const tone = shift(mix(palette.sky[0], palette.sky[1], 0.12 + row * 0.2), -0.03);
    shapes.push(
      area(
        [...scallop, [width + 30, -30], [-30, -30]],
        fall(
          base - size * 0.28,
          base + size * 0.1,
          [0, tone],
          [0.7, mix(tone, palette.sky[1], 0.25)],
          [1, mix(tone, palette.sky[2], 0.3), 0.85],
        ),
      ),
    );
  }
  return shapes;
}

/** A forked bolt from the clouds to the horizon. */
export function lightning(scene: Scene, x: number, top: number, bottom: number): Shape[] {
  const random = scene.random.fork("bolt");
  const walk = (from: Point, to: number, spread: number): Point[] => {
    const steps = 9;
    let px = from[0];
    return Array.from({ length: steps }, (_, index): Point => {
      if (index > 0) px += random.range(-spread, spread);
      return [px, from[1] + ((to - from[1]) * index) / (steps - 1)];
    });
  };
  const main = walk([x, top], bottom, scene.size * 0.035);
  const branch = walk(main[4] ?? [x, top], bottom - (bottom - top) * 0.2, scene.size * 0.05);
  const color = mix(scene.palette.sun, scene.palette.paper, 0.6);
  return [
    line([main, branch], color, scene.size * 0.016, { role: "light", opacity: 0.2 }),
    line(branch, color, scene.size * 0.003, { role: "spark" }),
    line(main, color, scene.size * 0.0055, { role: "spark" }),
  ];
}

/** The clouds that go with the weather and the hour. */
export function clouds(scene: Scene, bottom = scene.horizon): Shape[] {
  const { weather } = scene.brief;
  if (weather === "storm") return bank(scene, bottom);
  if (weather === "fog") return [];
  if (weather === "rain" || weather === "snow")
    return [...bank(scene, bottom * 0.6).map((shape) => ({ ...shape, opacity: 0.55 }))];
  if (scene.time === "day" || weather === "clouds") return heaps(scene, bottom);
  return bars(scene, bottom);
}
