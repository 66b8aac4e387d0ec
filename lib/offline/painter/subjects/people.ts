import "server-only";
import type { Lch } from "@/lib/offline/painter/color/color";
import { shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring } from "@/lib/offline/painter/draw/geometry";
import { area, radial } from "@/lib/offline/painter/draw/shape";
import { cut, form, type Motif, mark, own, wire } from "./motif";

const skins: readonly [Lch, ...Lch[]] = [
  [0.8, 0.07, 60],
  [0.68, 0.08, 55],
  [0.55, 0.08, 50],
  [0.44, 0.065, 48],
];

/** A skin tone; people differ from picture to picture. */
export function skinTone(scene: Parameters<Motif>[0]): Lch {
  return scene.random.fork("skin").pick(skins);
}

/** A walker in a long coat, seen from behind. */
export const person: Motif = (scene, color) => {
  const coat = own(scene, color ?? scene.brief.cloth, [0.64, 0.17, 40]);
  const dark = own(scene, null, [0.28, 0.03, 260]);
  const skin = own(scene, null, skinTone(scene));
  return [
    cut(scene, "M-7 -34L-9 -4L-12 0L-2 0L-1 -34ZM2 -34L5 -4L4 0L13 0L11 -5L9 -34Z", dark),
    cut(scene, "M-9 -80C-18 -76 -19 -60 -19 -44L-14 -44C-13 -56 -11 -64 -9 -68Z", shift(coat, -0.06)),
    cut(scene, "M10 -80C18 -76 20 -60 20 -46L15 -45C14 -56 12 -64 10 -68Z", shift(coat, -0.02)),
    cut(
      scene,
      "M-10 -80C-6 -84 7 -84 11 -80C13 -66 14 -46 17 -26C8 -21 -8 -21 -16 -26C-13 -46 -12 -66 -10 -80Z",
      coat,
    ),
    mark("M-0.6 -62L-1.4 -23L1.8 -23L0.8 -62ZM-11 -56L12 -56L12.2 -53L-11.4 -53Z", shift(coat, -0.12), 0.7),
    mark("M-7 -83C-4 -86.6 5 -86.6 8 -83C9 -79 7 -77 0.5 -77C-6 -77 -8 -79 -7 -83Z", scene.palette.second),
    area(ellipse(0.5, -91, 6, 7.6, 22), skin),
    cut(
      scene,
      "M-6.4 -90C-7.4 -98 -2 -100.4 0.6 -100.4C4.6 -100.4 8.4 -97.6 7.4 -89C6.4 -84.6 4 -83.4 0.4 -83.4C-3.4 -83.4 -5.6 -85 -6.4 -90Z",
      own(scene, null, [0.3, 0.04, 45]),
    ),
    area([ellipse(-16.6, -43, 2.2, 2.8, 12), ellipse(17.6, -44, 2.2, 2.8, 12)], skin, { role: "detail" }),
  ];
};

/** Someone under an umbrella, walking away. */
export const umbrella: Motif = (scene, color) => {
  const cloth = own(scene, color, [0.6, 0.19, 28]);
  const rib = (a: number, b: number): Ring => [
    [0, -104],
    [a, -74 - (a * a) / 120],
    [b, -74 - (b * b) / 120],
  ];
  return [
    ...person(scene, [0.34, 0.04, 255]).map((shape) => ({
      ...shape,
      rings: shape.rings.map((ring) => ring.map(([x, y]) => [x * 0.82, y * 0.82] as const)),
    })),
    wire("M5 -46L2 -102", own(scene, null, [0.25, 0.02, 250]), 1.2),
    cut(
      scene,
      "M-37 -72C-36 -92 -18 -104 0 -104C18 -104 36 -92 37 -72C31 -76 25 -76 19 -72C13 -76 6 -76 0 -72C-6 -76 -13 -76 -19 -72C-25 -76 -31 -76 -37 -72Z",
      cloth,
    ),
    area([rib(-19, -37), rib(0, 19)], shift(cloth, -0.09), { role: "detail", opacity: 0.6 }),
    mark("M-0.8 -109L0.8 -109L0.8 -103L-0.8 -103Z", shift(cloth, -0.2)),
  ];
};

/** An astronaut adrift. */
export const astronaut: Motif = (scene, color) => {
  const suit = own(scene, color, [0.94, 0.012, 240]);
  const grey = shift(suit, -0.2);
  const trim = scene.palette.accent;
  const visor = radial(
    [6 + scene.light * 5, -86],
    17,
    [0, scene.palette.accent],
    [0.35, scene.palette.second],
    [0.75, scene.palette.sky[0]],
    [1, scene.palette.ink],
  );
  return [
    cut(scene, "M-24 -76C-28 -70 -28 -44 -24 -38L-10 -36L-8 -78Z", grey),
    cut(
      scene,
      "M-10 -38C-16 -28 -28 -22 -30 -10C-30 -4 -24 0 -16 -2C-14 -10 -6 -18 2 -26Z",
      shift(suit, -0.05),
    ),
    cut(scene, "M4 -36C8 -24 8 -12 12 -2C16 2 26 2 28 -4C24 -14 24 -26 20 -38Z", suit),
    mark(
      "M-30 -10C-30 -4 -24 0 -16 -2L-14.6 -7C-20 -8 -24 -12 -25.6 -16ZM12 -2C16 2 26 2 28 -4L26.6 -9C22 -6 15 -6 10.8 -8Z",
      grey,
    ),
    cut(scene, "M-14 -72C-26 -68 -38 -56 -44 -44C-46 -38 -40 -34 -36 -38C-28 -46 -20 -52 -12 -54Z", suit),
    cut(scene, "M22 -70C32 -70 42 -80 48 -90C52 -94 58 -90 55 -84C50 -70 38 -56 22 -54Z", shift(suit, -0.03)),
    area([ellipse(-41, -41, 5, 5.6, 16), ellipse(52.6, -89, 5, 5.6, 16)], trim, { role: "mass" }),
    cut(
      scene,
      "M-15 -74C-8 -78 18 -78 24 -74C28 -60 26 -42 22 -34C12 -30 -4 -30 -14 -35C-18 -46 -18 -62 -15 -74Z",
      suit,
    ),
    form(
      scene,
      [
        [-6, -62],
        [14, -62],
        [13, -48],
        [-5, -48],
      ],
      grey,
    ),
    area([ellipse(-2, -57, 1.5, 1.5, 10), ellipse(10, -57, 1.5, 1.5, 10)], trim, { role: "detail" }),
    mark("M-2 -53L10 -53L10 -51L-2 -51Z", scene.palette.second),
    mark("M-16 -44C-4 -40 14 -40 25 -44L24 -40C14 -36 -4 -36 -15.6 -40Z", trim, 0.9),
    form(scene, ellipse(5, -87, 18, 17, 36), suit),
    { ...area(ellipse(6, -86, 13.4, 11.6, 32), visor), role: "mass" },
    mark("M-1 -93C2 -96 8 -97 12 -95C8 -94 3 -92 0 -88Z", scene.palette.paper, 0.75),
  ];
};
