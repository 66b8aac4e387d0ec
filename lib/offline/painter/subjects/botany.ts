import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, type Ring } from "@/lib/offline/painter/draw/geometry";
import { area, line, type Shape } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import type { Scene } from "@/lib/offline/painter/scene";
import { ball, cut, form, type Motif, mark, own, wire } from "./motif";

/** A petal from the centre outwards, in degrees. */
function petal(x: number, y: number, angle: number, length: number, width: number): Ring {
  const lean = (angle * Math.PI) / 180;
  const spin = (px: number, py: number): Point => [
    x + px * Math.cos(lean) - py * Math.sin(lean),
    y + px * Math.sin(lean) + py * Math.cos(lean),
  ];
  return trace(
    `M0 0C${length * 0.3} ${-width} ${length * 0.9} ${-width * 0.9} ${length} 0C${length * 0.9} ${width * 0.9} ${length * 0.3} ${width} 0 0Z`,
    6,
  ).flatMap((ring) => ring.map(([px, py]) => spin(px, py)));
}

/** An open bloom of two rows of petals. */
export function bloom(
  scene: Scene,
  x: number,
  y: number,
  radius: number,
  color: string,
  petals: number,
  turn = 0,
): Shape[] {
  const row = (count: number, length: number, offset: number) =>
    Array.from({ length: count }, (_, index) =>
      petal(x, y, turn + offset + (index * 360) / count, length, length * 0.34),
    );
  const heart = own(scene, null, [0.76, 0.15, 78]);
  return [
    form(scene, row(petals, radius, 0), shift(color, -0.05), 0.8),
    form(scene, row(petals, radius * 0.76, 180 / petals), color, 0.9),
    area(ellipse(x, y, radius * 0.24, radius * 0.24, 18), heart, { role: "mass" }),
    area(
      Array.from({ length: 9 }, (_, index) =>
        ellipse(
          x + Math.cos(index * 0.7) * radius * 0.15,
          y + Math.sin(index * 0.7) * radius * 0.15,
          radius * 0.035,
          radius * 0.035,
          6,
        ),
      ),
      shift(heart, -0.22),
      { role: "detail" },
    ),
  ];
}

/** A spray of flowers on bending stems, from one point; 100 high. */
export const flower: Motif = (scene, color) => {
  const random = scene.random.fork("flower");
  const tint = own(scene, color, [0.68, 0.17, 20]);
  const second = own(scene, null, [0.9, 0.06, 85]);
  const green = own(scene, null, [0.48, 0.09, 150]);
  const heads = [
    [-26, -66, 15],
    [24, -74, 16],
    [-2, -88, 18],
    [-10, -52, 12],
    [38, -50, 12],
    [-40, -42, 11],
  ] as const;
  return [
    wire(heads.map(([x, y]) => `M0 0Q${x * 0.1} ${y * 0.5} ${x} ${y}`).join(""), shift(green, -0.05), 1.6),
    ...[
      [-18, -26, -1],
      [20, -30, 1],
      [-8, -40, -1],
      [30, -22, 1],
    ].map(([x = 0, y = 0, way = 1]) =>
      cut(
        scene,
        `M${x * 0.3} ${y * 0.7}C${x * 0.6} ${y - 14} ${x + way * 14} ${y - 14} ${x + way * 22} ${y - 4}C${x + way * 10} ${y + 4} ${x * 0.8} ${y + 2} ${x * 0.3} ${y * 0.7}Z`,
        green,
      ),
    ),
    ...heads.flatMap(([x, y, r], index) =>
      bloom(
        scene,
        x,
        y,
        r,
        index % 3 === 1 ? second : shift(tint, random.range(-0.05, 0.05)),
        index % 2 === 0 ? 9 : 7,
        index * 31,
      ),
    ),
  ];
};

/** One leaf with its veins, upright. */
export const leaf: Motif = (scene, color) => {
  const green = own(scene, color, [0.6, 0.13, 150]);
  const veins = [0, 1, 2, 3, 4].map((index) => {
    const y = -28 - index * 13;
    const reach = [20, 25, 25, 20, 12][index] ?? 10;
    return `M0 ${y}Q${reach * 0.5} ${y - 6} ${reach} ${y - 15}M0 ${y}Q${-reach * 0.5} ${y - 6} ${-reach} ${y - 15}`;
  });
  return [
    cut(
      scene,
      "M0 -12C-30 -18 -42 -46 -30 -70C-22 -86 -8 -92 0 -102C8 -92 22 -86 30 -70C42 -46 30 -18 0 -12Z",
      green,
    ),
    mark(
      scene.light === 1
        ? "M0 -12C-30 -18 -42 -46 -30 -70C-22 -86 -8 -92 0 -102Z"
        : "M0 -12C30 -18 42 -46 30 -70C22 -86 8 -92 0 -102Z",
      shift(green, -0.09),
      0.8,
    ),
    wire(`M0 0L0 -94${veins.join("")}`, shift(green, 0.2, 0.6), 1.5),
  ];
};

/** A fly agaric and its child. */
export const mushroom: Motif = (scene, color) => {
  const cap = own(scene, color, [0.56, 0.2, 27]);
  const stem = own(scene, null, [0.93, 0.03, 85]);
  const spots = [
    [-24, -76, 6],
    [2, -90, 7],
    [26, -74, 5.4],
    [-4, -70, 4.4],
    [14, -66, 3.6],
    [-38, -62, 3.6],
  ] as const;
  return [
    cut(scene, "M38 0C36 -14 38 -24 40 -30L52 -30C54 -22 54 -12 56 0Z", stem),
    ball(scene, trace("M22 -28C24 -46 36 -52 46 -52C56 -52 68 -46 70 -28C58 -24 34 -24 22 -28Z"), cap),
    cut(scene, "M-16 0C-12 -18 -12 -40 -10 -58L12 -58C14 -40 14 -18 20 0Z", stem),
    mark("M-16 -46C-8 -40 10 -40 18 -46L14 -54L-12 -54Z", shift(stem, -0.09)),
    ball(scene, trace("M-54 -52C-52 -86 -26 -102 2 -102C30 -102 54 -86 56 -52C36 -44 -34 -44 -54 -52Z"), cap),
    area(
      [
        ...spots.map(([x, y, r]) => ellipse(x, y, r, r * 0.72, 14)),
        ellipse(40, -42, 3, 2.2, 10),
        ellipse(54, -38, 3.4, 2.4, 10),
      ],
      stem,
      { role: "detail" },
    ),
  ];
};

/** A house plant in its pot. */
export const plant: Motif = (scene, color) => {
  const green = own(scene, color, [0.5, 0.1, 152]);
  const pot = own(scene, null, [0.64, 0.12, 42]);
  const blades = [-78, -52, -30, 28, 50, 76, -8, 12].map((angle, index) => ({
    angle: angle - 90,
    length: index < 6 ? 54 : 66,
  }));
  return [
    form(
      scene,
      blades
        .filter((_, index) => index % 2 === 0)
        .map(({ angle, length }) => petal(0, -34, angle, length, 11)),
      shift(green, -0.06),
    ),
    form(
      scene,
      blades
        .filter((_, index) => index % 2 === 1)
        .map(({ angle, length }) => petal(0, -34, angle, length, 10)),
      green,
    ),
    line(
      blades.map(
        ({ angle, length }): Ring => [
          [0, -34],
          [
            Math.cos((angle * Math.PI) / 180) * length * 0.9,
            -34 + Math.sin((angle * Math.PI) / 180) * length * 0.9,
          ],
        ],
      ),
      mix(green, scene.palette.paper, 0.3),
      0.8,
    ),
    cut(scene, "M-19 -34L19 -34L14 0L-14 0Z", pot),
    cut(scene, "M-22 -38L22 -38L21 -30L-21 -30Z", shift(pot, 0.02)),
  ];
};
