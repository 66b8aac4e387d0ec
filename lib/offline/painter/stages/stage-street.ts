import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, glow, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { row } from "@/lib/offline/painter/shapes/city";
import { columns } from "@/lib/offline/painter/shapes/city-lights";
import { wall } from "@/lib/offline/painter/stages/street-wall";
import type { Stage } from "./stage";

/** A street between high houses. */
export function street(scene: Scene): Stage {
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
  const [standX, standY] = [vanishX + (scene.focus - vanishX) * 0.25, vanishY + (height - vanishY) * 0.55];
  // Whoever stands in a dark street stands before a light.
  const pool = late ? [glow(standX, standY - size * 0.1, size * 0.24, palette.lamp, 0.4)] : [];
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
      pool,
    ],
    front: [],
    land: { x: standX, y: standY },
    water: null,
    scale: 1.15,
    mirror: null,
  };
}
