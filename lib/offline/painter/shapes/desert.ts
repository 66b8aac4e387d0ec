import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { at, type Point, profile, type Ring, smooth, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, line, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** One dune: a long crest, a lit windward face, and a slip face in shade along a winding edge. */
function dune(scene: Scene, name: string, peak: Point, height: number, depth: number): Shape[] {
  const { palette, width, size, light } = scene;
  const noise = scene.noise(name, 2);
  const long = height * (3.1 + noise(1.7) * 0.5);
  const steep = height * (1.7 + noise(4.2) * 0.3);
  const top = (x: number) => {
    const off = (x - peak[0]) * -light;
    const reach = off < 0 ? long : steep;
    const t = Math.min(1, Math.abs(off) / reach);
    return peak[1] + height * (1 - (1 - t) ** 1.55) + noise(x / (size * 0.5)) * height * 0.03 * t;
  };
  const edge = profile(-30, width + 30, 7, top);
  const foot = peak[1] + height;
  const color = palette.land(depth, "dune", 0.04);
  const lit = mix(color, palette.sun, 0.16 + depth * 0.05);
  const dark = mix(shift(color, -0.14 - depth * 0.08, 1.05), palette.near, 0.22 + depth * 0.2);
  // The edge between light and shade starts at the peak and snakes down towards the viewer.
  const bend = noise(8.8) * height * 0.5;
  const snake: Ring = smooth(
    [
      peak,
      [peak[0] + light * height * 0.1, peak[1] + height * 0.16],
      [peak[0] - light * height * 0.12 + bend * 0.3, peak[1] + height * 0.42],
      [peak[0] + light * height * 0.3 + bend, peak[1] + height * 0.78],
      [peak[0] + light * height * 0.12 + bend * 1.4, peak[1] + height * 1.25],
      [peak[0] + light * height * 0.75 + bend * 2, peak[1] + height * 2.1],
    ],
    false,
    7,
  );
  const outline = edge.filter(([x]) => (x - peak[0]) * -light >= 0);
  const shaded = light === 1 ? outline.toReversed() : outline;
  const far = at(shaded, -1);
  const ripples: Ring[] = Array.from({ length: Math.round(7 * scene.detail) }, (_, index): Ring => {
    const down = height * (0.45 + index * 0.16);
    const start = peak[0] + light * height * (0.5 + index * 0.1);
    return profile(0, 1, 0.08, (t) => t).map(
      ([t]): Point => [
        start + light * t * height * 1.9,
        peak[1] + down + Math.sin(t * 3 + index) * height * 0.04 + t * height * 0.3,
      ],
    );
  });
  return [
    area(
      under(edge, foot + size),
      linear(
        [peak[0] + light * long, peak[1]],
        [peak[0] - light * steep, foot + height * 0.4],
        [0, shift(lit, 0.01)],
        [0.6, color],
        [1, shift(color, -0.05)],
      ),
    ),
    area(
      [...shaded, [far[0], foot + size], [at(snake, -1)[0], foot + size], ...snake.toReversed()],
      fall(
        peak[1],
        foot + height * 0.9,
        [0, dark],
        [0.6, mix(dark, color, 0.22)],
        [1, mix(dark, color, 0.5)],
      ),
      { role: "detail" },
    ),
    line(ripples, shift(color, -0.06), size * 0.0016, { opacity: 0.3 + depth * 0.15 }),
  ];
}

function mesas(scene: Scene): Shape[] {
  const random = scene.random.fork("mesas");
  const { size, width, horizon, palette } = scene;
  const color = mix(palette.land(0.2, "dune", -0.08), palette.land(0.2, "brick"), 0.4);
  const rings = Array.from({ length: 4 }, (_, index): Ring => {
    const x = width * ((index + random.range(0.1, 0.7)) / 4);
    const w = size * random.range(0.07, 0.22);
    const h = size * random.range(0.05, 0.13);
    return [
      [x - w * 0.75, horizon + 8],
      [x - w * 0.52, horizon - h * 0.45],
      [x - w * 0.42, horizon - h * 0.5],
      [x - w * 0.38, horizon - h * 0.97],
      [x - w * 0.1, horizon - h],
      [x + w * 0.33, horizon - h * 0.96],
      [x + w * 0.4, horizon - h * 0.52],
      [x + w * 0.52, horizon - h * 0.42],
      [x + w * 0.8, horizon + 8],
    ];
  });
  return [
    area(rings, fall(horizon - size * 0.13, horizon, [0, color], [1, mix(color, palette.sky[2], 0.55)])),
  ];
}

/** Dunes behind dunes under far mesas. */
export function desert(scene: Scene): Shape[][] {
  const { width, height, horizon, size, light } = scene;
  const random = scene.random.fork("dunes");
  const away = light === 1 ? 0.3 : 0.7;
  const spot = (share: number) => (light === 1 ? share : 1 - share);
  const room = height - horizon;
  return [
    mesas(scene),
    dune(
      scene,
      "dune0",
      [width * spot(0.72) + random.range(-0.08, 0.08) * width, horizon - size * 0.02],
      size * 0.12,
      0.25,
    ),
    dune(
      scene,
      "dune1",
      [width * away + random.range(-0.05, 0.05) * width, horizon - size * 0.075],
      size * 0.24,
      0.45,
    ),
    dune(scene, "dune2", [width * spot(0.86), horizon + room * 0.18], size * 0.26, 0.66),
    dune(scene, "dune3", [width * spot(0.22), horizon + room * 0.5], size * 0.34, 0.9),
  ];
}
