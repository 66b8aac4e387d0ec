import "server-only";
import { mix, shift } from "@/lib/server/offline/painter/color";
import { type Point, type Ring, rect } from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, fall, glow, line, type Shape } from "@/lib/server/offline/painter/shape";
import { columns, row, signs } from "@/lib/server/offline/painter/shapes/city";
import { glitter, reflection, ripples, surface } from "@/lib/server/offline/painter/shapes/water";
import { mist } from "@/lib/server/offline/painter/shapes/weather";
import type { Stage } from "./stage";

/** A skyline across a river. */
function skyline(scene: Scene): Stage {
  const { height, size, horizon, palette, width, brief } = scene;
  const shore = horizon * 1.08;
  const night = scene.time === "night";
  const neon = brief.tones.includes("neon") || (night && brief.weather === "rain");
  const rows = [
    row(scene, "row-far", shore, size * 0.5, size * 0.075, 0.12, false),
    [
      ...mist(scene, shore - size * 0.06, size * 0.2, 0.35),
      ...row(scene, "row-mid", shore, size * 0.42, size * 0.085, 0.42, true),
    ],
    row(scene, "row-near", shore, size * 0.26, size * 0.105, 0.74, true),
  ];
  const lights = neon ? signs(scene, shore, size * 0.4, 9) : { shapes: [], spots: [] };
  const lamps =
    night || scene.time === "dusk"
      ? Array.from({ length: 11 }, (_, index) => ({
          x: (width * (index + 0.5)) / 11,
          color: index % 3 === 0 ? palette.accent : palette.lamp,
        }))
      : [];
  const halo = night || scene.time === "dusk" ? [glow(scene.focus, shore, size * 0.85, neon ? mix(palette.accent, palette.sky[2], 0.35) : mix(palette.lamp, palette.sky[2], 0.5), 0.55, 0.75)] : [];
  return {
    back: [
      halo,
      ...rows,
      [
        ...lights.shapes,
        area(rect(-20, shore - size * 0.012, width + 40, size * 0.018), mix(palette.near, palette.ink, 0.4)),
      ],
      surface(scene, shore, height),
      reflection(scene, [...(rows[1] ?? []), ...(rows[2] ?? []), ...lights.shapes], shore, 0.5, 0.85),
      [
        ...columns(scene, [...lamps, ...lights.spots], shore, height - shore),
        ...(lamps.length > 0
          ? []
          : glitter(
              scene,
              scene.sun.x,
              shore,
              height,
              mix(palette.sun, palette.paper, 0.3),
              size * 0.14,
              60,
            )),
        ...ripples(scene, shore, height, 66),
      ],
    ],
    front: [],
    land: { x: scene.focus, y: height * 0.99 },
    water: { x: width - scene.focus, y: shore + (height - shore) * 0.42 },
    scale: 0.8,
    mirror: null,
  };
}

/** One wall of a street seen from within: storeys run towards the vanishing point. */
function wall(scene: Scene, index: number, side: -1 | 1, near: number, far: number, tall: number): Shape[] {
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
  const bare = mix(palette.land(depth, index % 2 === 0 ? "brick" : "steel", -0.05), palette.land(depth, "plaster", -0.3), random.range(0.1, 0.5));
  const color = scene.time === "night" ? mix(shift(bare, 0.05), palette.sky[2], 0.34 - near * 0.16) : bare;
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

/** A street between high houses. */
function street(scene: Scene): Stage {
  const { width, height, size, horizon, palette, brief } = scene;
  const random = scene.random.fork("street");
  const vanishX = width / 2 + (scene.focus - width / 2) * -0.35;
  const vanishY = horizon * 1.02;
  const wet = brief.weather === "rain" || brief.weather === "storm";
  const late = scene.time === "night" || scene.time === "dusk";
  const road = mix(palette.land(0.8, "steel", -0.2), palette.near, 0.45);
  const cuts = [0.12, 0.2, 0.32, 0.5, 0.76, 1.15] as const;
  const walls: Shape[][] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [far, near] = [cuts[index] ?? 0, cuts[index + 1] ?? 1];
    walls.push([
      ...wall(scene, index, -1, near, far, height * random.range(0.55, 1.02)),
      ...wall(scene, index + 7, 1, near, far, height * random.range(0.55, 1.02)),
    ]);
  }
  const neon = late && (brief.tones.includes("neon") || wet);
  const spots = Array.from({ length: 8 }, (_, index) => ({
    x: width * ((index + 0.5) / 8),
    color: shift(index % 3 === 0 ? palette.second : index % 3 === 1 ? palette.accent : palette.lamp, 0, 1.2),
  }));
  const signShapes: Shape[] = neon
    ? Array.from({ length: 7 }, (_, index) => {
        const side = index % 2 === 0 ? -1 : 1;
        const t = 0.3 + index * 0.1;
        const x = vanishX + side * width * 0.5 * t;
        const y = vanishY - height * random.range(0.12, 0.3) * (0.6 + t);
        const color = shift(
          index % 3 === 0
            ? palette.accent
            : index % 3 === 1
              ? palette.second
              : mix(palette.sky[1], palette.paper, 0.35),
          0.05,
          1.3,
        );
        const [w, h] = [size * 0.03 * t, size * 0.16 * t];
        return [
          glow(x, y, h * 1.4, color, 0.5),
          area(rect(x - w / 2, y - h / 2, w, h), color),
          area(
            [0.25, 0.5, 0.75].map((v) => rect(x - w * 0.3, y - h / 2 + h * v - w * 0.2, w * 0.6, w * 0.4)),
            palette.paper,
            { role: "detail", opacity: 0.85 },
          ),
        ];
      }).flat()
    : [];
  const zebra: Ring[] = Array.from({ length: 7 }, (_, index): Ring => {
    const a = -0.62 + index * 0.19;
    const at = (t: number, off: number): Point => [
      vanishX + (a + off) * width * t,
      vanishY + (height - vanishY) * t,
    ];
    return [at(0.72, 0), at(0.72, 0.1), at(0.9, 0.1), at(0.9, 0)];
  });
  return {
    back: [
      row(
        scene,
        "row-far",
        vanishY + 4,
        size * 0.34,
        size * 0.06,
        0.15,
        true,
        vanishX - width * 0.2,
        vanishX + width * 0.2,
      ),
      [
        area(
          rect(-20, vanishY, width + 40, height - vanishY + 20),
          fall(vanishY, height, [0, mix(road, palette.sky[2], 0.5)], [0.4, road], [1, shift(road, -0.05)]),
          { role: "wash" },
        ),
      ],
      ...walls,
      [area(zebra, mix(road, palette.paper, 0.55), { role: "detail", opacity: 0.55 })],
      [
        ...signShapes,
        ...(wet || late ? columns(scene, spots, vanishY + size * 0.03, (height - vanishY) * 0.95) : []),
      ],
      [
        line(
          [
            [
              [vanishX - width * 0.42, height * 0.2],
              [vanishX, height * 0.3],
              [vanishX + width * 0.44, height * 0.16],
            ],
          ],
          palette.ink,
          1.2,
          { opacity: 0.5 },
        ),
      ],
    ],
    front: [],
    land: { x: vanishX + (scene.focus - vanishX) * 0.25, y: vanishY + (height - vanishY) * 0.55 },
    water: null,
    scale: 1.15,
    mirror: null,
  };
}

/** A skyline or a street, by variant; a car, a walker or an umbrella always gets its street. */
export function stageCity(scene: Scene): Stage {
  const low = scene.brief.subjects.some(({ kind }) =>
    ["car", "bicycle", "person", "umbrella", "cat", "dog"].includes(kind),
  );
  const wide = scene.width > scene.height * 1.9;
  return !wide && (low || scene.variant % 2 === 1) ? street(scene) : skyline(scene);
}
