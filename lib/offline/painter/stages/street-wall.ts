import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import type { Point, Ring } from "@/lib/offline/painter/draw/geometry";
import { area, fall, glow, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** One wall of a street seen from within: storeys run towards the vanishing point. */
export function wall(
  scene: Scene,
  index: number,
  side: -1 | 1,
  near: number,
  far: number,
  tall: number,
): Shape[] {
  const random = scene.random.fork(`wall${side}${index}`);
  const { width, palette, horizon, size } = scene;
  const vanish: Point = [width / 2 + (scene.focus - width / 2) * -0.35, horizon * 1.02];
  const edge = side === -1 ? -size * 0.03 : width + size * 0.03;
  /** A spot on the wall: `t` runs from the viewer (1) to the vanishing point (0), `v` up from the street. */
  const spot = (t: number, v: number): Point => {
    const x = vanish[0] + (edge - vanish[0]) * t;
    const street = vanish[1] + (scene.height * 1.02 - vanish[1]) * t * 0.92;
    return [x, street - v * t];
  };
  const depth = Math.min(1, 0.2 + near * 0.75);
  const bare = mix(
    palette.land(depth, index % 2 === 0 ? "brick" : "steel", -0.05),
    palette.land(depth, "plaster", -0.3),
    random.range(0.1, 0.5),
  );
  const color = scene.time === "night" ? mix(shift(bare, 0.1), palette.sky[2], 0.42 - near * 0.16) : bare;
  const quad = (a: number, b: number, low: number, high: number): Ring => [
    spot(a, low),
    spot(a, high),
    spot(b, high),
    spot(b, low),
  ];
  const late = scene.time === "night" || scene.time === "dusk";
  const lit: Ring[] = [];
  const dark: Ring[] = [];
  const storeys = Math.max(3, Math.round(tall / (size * 0.13)));
  for (let storey = 1; storey < storeys; storey++) {
    for (let bay = 0; bay < 4; bay++) {
      const ta = near - ((near - far) * (bay + 0.22)) / 4;
      const tb = near - ((near - far) * (bay + 0.74)) / 4;
      const low = (tall * (storey + 0.16)) / storeys;
      (random.chance(late ? 0.42 : 0.1) ? lit : dark).push(quad(ta, tb, low, low + (tall * 0.56) / storeys));
    }
  }
  const shop = quad(
    near - (near - far) * 0.1,
    near - (near - far) * 0.9,
    tall * 0.02,
    (tall * 0.72) / storeys,
  );
  const xs = [spot(near, 0)[0], spot(far, 0)[0]];
  return [
    area(
      quad(near, far, 0, tall),
      fall(
        spot(near, tall)[1],
        spot(near, 0)[1],
        [0, color],
        [0.6, shift(color, -0.05)],
        [1, mix(shift(color, -0.1), palette.near, 0.4)],
      ),
    ),
    area(dark, mix(palette.sky[0], palette.ink, 0.45), { role: "detail", opacity: 0.55 }),
    area(lit, late ? palette.lamp : mix(palette.sky[2], palette.paper, 0.4), {
      role: "detail",
      opacity: 0.9,
    }),
    area(shop, late ? mix(palette.accent, palette.lamp, 0.6) : mix(palette.accent, palette.ink, 0.2), {
      role: "detail",
      opacity: 0.85,
    }),
    ...(late
      ? [
          glow(
            ((xs[0] ?? 0) + (xs[1] ?? 0)) / 2,
            spot((near + far) / 2, 0)[1] - tall * 0.03,
            size * 0.2 * near,
            palette.lamp,
            0.4,
          ),
        ]
      : []),
    area(quad(near, far, tall, tall + size * 0.02), shift(color, 0.05), { role: "detail" }),
  ];
}
