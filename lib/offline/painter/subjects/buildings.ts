import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, glow, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { cut, form, isLampLit, type Motif, mark, own } from "./motif";

/** Panes with crossbars, glowing when lamps are lit. */
function panes(scene: Scene, spots: readonly Ring[]): Shape[] {
  const lit = isLampLit(scene);
  const glass = lit ? scene.palette.lamp : mix(scene.palette.sky[0], scene.palette.ink, 0.45);
  const bars = spots.flatMap((ring): Ring[] => {
    const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = ring;
    return [
      rect((left + right) / 2 - 0.4, top, 0.8, bottom - top),
      rect(left, (top + bottom) / 2 - 0.4, right - left, 0.8),
    ];
  });
  const halos = spots.map((ring) => {
    const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = ring;
    return glow((left + right) / 2, (top + bottom) / 2, 24, scene.palette.lamp, 0.45);
  });
  return [
    area(spots, glass, { role: "detail" }),
    area(bars, lit ? mix(scene.palette.lamp, scene.palette.ink, 0.55) : own(scene, null, [0.92, 0.02, 85]), {
      role: "detail",
    }),
    ...(lit ? halos : []),
  ];
}

/** Slow smoke from a chimney. */
function smoke(scene: Scene, x: number, y: number): Shape {
  const tone = mix(scene.palette.sky[1], scene.palette.paper, 0.4);
  return mark(
    `M${x} ${y}C${x - 3} ${y - 14} ${x + 9} ${y - 18} ${x + 7} ${y - 30}C${x + 6} ${y - 40} ${x + 20} ${y - 46} ${x + 30} ${y - 50}C${x + 20} ${y - 40} ${x + 15} ${y - 36} ${x + 14} ${y - 28}C${x + 14} ${y - 16} ${x + 5} ${y - 12} ${x + 4} ${y}Z`,
    tone,
    0.6,
  );
}

/** A gabled house seen across the corner. */
export const house: Motif = (scene, color) => {
  const wall = own(scene, color, [0.9, 0.035, 80]);
  const side = shift(wall, -0.09);
  const snowy = scene.brief.season === "winter" || scene.brief.weather === "snow";
  const roof = snowy
    ? own(scene, null, [0.93, 0.015, 240])
    : own(scene, null, color === null ? [0.5, 0.14, 32] : [0.33, 0.04, 265]);
  const door = own(scene, null, [0.4, 0.07, 50]);
  return [
    ...(scene.time === "day" ? [] : [smoke(scene, 40, -96)]),
    form(scene, rect(36, -96, 9, 34), own(scene, null, [0.5, 0.08, 40])),
    cut(scene, "M0 0L0 -52L78 -52L78 0Z", side, 0.6),
    cut(scene, "M-46 0L-46 -50L-22 -94L2 -50L2 0Z", wall, 0.7),
    cut(scene, "M-22 -100L56 -100L84 -48L8 -48Z", shift(roof, 0.01), 0.7),
    mark("M-22 -100L-18 -100L10 -48L2 -48ZM-22 -100L-26 -100L-54 -46L-47 -46Z", shift(roof, -0.08)),
    ...panes(scene, [
      rect(18, -36, 14, 16),
      rect(50, -36, 14, 16),
      rect(-28, -70, 12, 12),
      rect(-40, -36, 11, 15),
    ]),
    mark("M-20 0L-20 -30L-7 -30L-7 0Z", door),
    mark("M-46 0L-46 -3L78 -3L78 0Z", shift(side, -0.08), 0.6),
  ];
};

/** A village church with a spire. */
export const church: Motif = (scene, color) => {
  const wall = own(scene, color, [0.93, 0.025, 85]);
  const roof = own(scene, null, [0.4, 0.07, 35]);
  return [
    cut(scene, "M0 0L0 -30L52 -30L52 0Z", shift(wall, -0.07), 0.7),
    cut(scene, "M-4 -30L14 -52L46 -52L58 -30Z", roof, 0.8),
    cut(scene, "M-24 0L-24 -58L4 -58L4 0Z", wall),
    cut(scene, "M-27 -57L-10 -100L7 -57Z", roof),
    mark(
      "M-10.6 -110L-9.4 -110L-9.4 -99L-10.6 -99ZM-13.5 -107L-6.5 -107L-6.5 -105.8L-13.5 -105.8Z",
      scene.palette.ink,
    ),
    ...panes(scene, [rect(-14, -48, 8, 12), rect(12, -22, 7, 13), rect(32, -22, 7, 13)]),
    mark("M-15 0L-15 -13C-15 -19 -5 -19 -5 -13L-5 0Z", own(scene, null, [0.35, 0.06, 45])),
  ];
};

/** A castle of round towers. */
export const castle: Motif = (scene, color) => {
  const stone = own(scene, color, [0.72, 0.03, 75]);
  const roof = own(scene, null, [0.42, 0.1, 262]);
  const tower = (x: number, w: number, h: number): Shape[] => [
    form(scene, rect(x - w / 2, -h, w, h), stone),
    form(scene, rect(x - w * 0.6, -h - 4, w * 1.2, 6), shift(stone, 0.02)),
    form(
      scene,
      [
        [x - w * 0.66, -h - 4],
        [x, -h - w * 1.5],
        [x + w * 0.66, -h - 4],
      ],
      roof,
    ),
  ];
  return [
    ...tower(-20, 15, 66),
    ...tower(24, 13, 58),
    form(scene, rect(-44, -34, 88, 34), shift(stone, -0.03), 0.6),
    area(
      Array.from({ length: 11 }, (_, index) => rect(-44 + index * 8.2, -39, 5, 6)),
      shift(stone, -0.02),
      { role: "detail" },
    ),
    ...tower(2, 19, 78),
    ...tower(-44, 16, 46),
    ...tower(44, 17, 50),
    ...panes(scene, [rect(-1, -62, 6, 9), rect(-47, -36, 5, 8), rect(41, -38, 5, 8), rect(-22, -54, 4, 7)]),
    mark("M-9 0L-9 -14C-9 -24 11 -24 11 -14L11 0Z", own(scene, null, [0.3, 0.05, 45])),
  ];
};

/** A tower mill with four sails. */
export const windmill: Motif = (scene, color) => {
  const wall = own(scene, color, [0.9, 0.03, 85]);
  const roof = own(scene, null, [0.42, 0.09, 35]);
  const wood = own(scene, null, [0.35, 0.05, 50]);
  const turn = 18 + scene.variant * 23;
  const sail = (angle: number): Ring[] => {
    const lean = ((angle + turn) * Math.PI) / 180;
    const spin = (x: number, y: number) =>
      [x * Math.cos(lean) - y * Math.sin(lean), -72 + x * Math.sin(lean) + y * Math.cos(lean)] as const;
    return [
      [spin(-0.8, 0), spin(-0.8, -44), spin(0.8, -44), spin(0.8, 0)],
      [spin(1.4, -10), spin(1.4, -44), spin(9, -44), spin(9, -10)],
    ];
  };
  return [
    cut(scene, "M-21 0L-12 -66L12 -66L21 0Z", wall),
    cut(scene, "M-15 -65C-13 -80 13 -80 15 -65Z", roof),
    ...panes(scene, [rect(-4, -50, 8, 9), rect(-4, -28, 8, 9)]),
    mark("M-6 0L-6 -13L6 -13L6 0Z", wood),
    area([0, 90, 180, 270].flatMap(sail), wood, { opacity: 0.92 }),
  ];
};

/** A ridge tent with its flap open and a light inside. */
export const tent: Motif = (scene, color) => {
  const cloth = own(scene, color, [0.74, 0.15, 62]);
  const lit = isLampLit(scene);
  return [
    ...(lit ? [glow(0, -40, 120, scene.palette.lamp, 0.5)] : []),
    cut(scene, "M-30 0L-8 -100L70 -92L112 0Z", shift(cloth, -0.08)),
    cut(scene, "M-74 0L-8 -100L36 0Z", cloth),
    mark("M-30 0L-8 -96L8 0Z", lit ? scene.palette.lamp : scene.palette.ink, lit ? 1 : 0.75),
    mark("M-30 0L-8 -96L-16 0Z", shift(cloth, 0.04)),
  ];
};
