import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, profile, type Ring, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { massif } from "@/lib/offline/painter/shapes/mountains";
import { pineRow } from "@/lib/offline/painter/shapes/pines";
import { ridge } from "@/lib/offline/painter/shapes/ridge";
import { glitter, reflection, ripples, surface } from "@/lib/offline/painter/shapes/water";
import { mist } from "@/lib/offline/painter/shapes/weather";
import type { Stage } from "./stage";

/** A tongue of land reaching into the water from the focus side. */
function spit(scene: Scene, y: number): Shape[] {
  const { width, size, palette, focus } = scene;
  const left = focus < width / 2;
  const noise = scene.noise("spit", 3);
  const reach = (left ? focus : width - focus) + size * 0.3;
  const start = left ? -30 : width + 30;
  const way = left ? 1 : -1;
  const top = profile(0, 1, 0.04, (t) => t).map(
    ([t]): Point => [start + way * t * reach, y - size * 0.035 * (1 - t ** 3) * (1 + 0.35 * noise(t * 6))],
  );
  const low = top.map(([x], index): Point => [x, y + size * 0.012 * (1 - (index / top.length) ** 4) + 1]);
  const color = palette.land(0.74, "grass", -0.03);
  return [
    area(
      [...top, ...low.toReversed()],
      fall(
        y - size * 0.05,
        y + size * 0.015,
        [0, mix(color, palette.sun, 0.15)],
        [1, mix(color, palette.near, 0.55)],
      ),
    ),
  ];
}

/** Reeds along the lower edge, with their brown heads. */
export function reeds(
  scene: Scene,
  base: number,
  tall: number,
  from: number,
  to: number,
  count: number,
): Shape[] {
  const random = scene.random.fork(`reeds${Math.round(from)}`);
  const { palette, size } = scene;
  const blades: Ring[] = [];
  const heads: Ring[] = [];
  for (let index = 0; index < count * scene.detail; index++) {
    const x = random.range(from, to);
    const h = tall * random.range(0.45, 1.1);
    const lean = h * random.range(-0.16, 0.22);
    const w = size * random.range(0.002, 0.0042);
    blades.push([
      [x - w, base],
      [x + lean * 0.3 - w, base - h * 0.55],
      [x + lean, base - h],
      [x + lean * 0.34 + w, base - h * 0.5],
      [x + w, base],
    ]);
    if (index % 4 === 0) heads.push(ellipse(x + lean, base - h, w * 1.5, h * 0.075, 10, (lean / h) * 60));
  }
  const color = mix(palette.land(0.95, "grass", -0.12), palette.near, 0.5);
  return [
    area(blades, color, { role: "detail" }),
    area(heads, mix(palette.land(0.95, "wood"), palette.near, 0.25), { role: "detail" }),
  ];
}

/** Still water under hills, everything above mirrored in it. */
export function stageLake(scene: Scene): Stage {
  const { height, size, width, brief, palette } = scene;
  const shore = scene.horizon * 0.98;
  const snow = brief.season === "winter" || brief.weather === "snow" ? 0.5 : 0.26;
  const hills = [
    ...massif(scene, "massif", shore + size * 0.02, Math.min(shore * 0.55, size * 0.44), 4, 0.24, snow),
    ...ridge(scene, "far-shore", shore - size * 0.05, size * 0.05, 0.42, "foliage", 0.4),
    ...pineRow(scene, "pines", shore - size * 0.012, size * 0.075, 0.62, 52),
  ];
  const noise = scene.noise("bank", 3);
  const near = palette.land(0.96, "grass", -0.06);
  const bank = under(
    profile(
      -20,
      width + 20,
      12,
      (x) =>
        height -
        size * 0.035 -
        noise(x / (size * 0.5)) * size * 0.03 -
        Math.abs(x / width - 0.5) * size * 0.07,
    ),
    height + 40,
  );
  return {
    back: [
      hills,
      surface(scene, shore, height),
      reflection(scene, hills, shore, 0.62),
      [
        ...mist(scene, shore, size * 0.03, 0.5),
        ...glitter(scene, scene.sun.x, shore, height, mix(palette.sun, palette.paper, 0.3), size * 0.1, 46),
        ...ripples(scene, shore, height, 44),
      ],
      spit(scene, shore + (height - shore) * 0.2),
    ],
    front: [
      [
        area(bank, mix(near, palette.near, 0.55)),
        ...reeds(scene, height + 10, size * 0.24, -10, width * 0.2, 26),
        ...reeds(scene, height + 10, size * 0.3, width * 0.8, width + 10, 30),
      ],
    ],
    land: { x: scene.focus, y: shore + (height - shore) * 0.19 },
    water: { x: width - scene.focus, y: shore + (height - shore) * 0.36 },
    scale: 0.92,
    mirror: shore + (height - shore) * 0.215,
  };
}
