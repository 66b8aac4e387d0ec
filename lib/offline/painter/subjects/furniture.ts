import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, glow } from "@/lib/offline/painter/draw/shape";
import { cut, form, isLampLit, type Motif, mark, own } from "./motif";

/** A reading lamp on a thin foot. */
export const lamp: Motif = (scene, color) => {
  const shade = own(scene, color, [0.84, 0.1, 80]);
  const metal = own(scene, null, [0.35, 0.04, 60]);
  const lit = isLampLit(scene);
  return [
    ...(lit ? [glow(0, -78, 90, scene.palette.lamp, 0.75)] : []),
    area([rect(-1, -70, 2, 68), ellipse(0, -1.6, 13, 2.6, 22)], metal),
    cut(scene, "M-13 -100L13 -100L24 -68L-24 -68Z", lit ? mix(shade, scene.palette.lamp, 0.7) : shade),
    mark("M-24 -68L24 -68L23 -71L-23 -71Z", shift(shade, -0.12), 0.6),
  ];
};

/** A wing chair, seen a little from the side. */
export const chair: Motif = (scene, color) => {
  const cloth = own(scene, color, [0.55, 0.11, 38]);
  const wood = own(scene, null, [0.36, 0.06, 50]);
  return [
    mark("M-36 0L-33 -14L-29 -14L-31 0ZM30 0L27 -14L31 -14L34 0Z", wood),
    cut(scene, "M-40 -40C-46 -70 -42 -96 -22 -100C-4 -103 14 -101 18 -92C24 -70 22 -50 22 -38Z", cloth),
    mark(
      "M-30 -46C-34 -70 -32 -90 -18 -94C-4 -96 8 -95 11 -88C14 -70 13 -54 13 -44Z",
      shift(cloth, 0.04),
      0.7,
    ),
    cut(scene, "M-34 -34C-20 -42 22 -42 38 -34L37 -20L-33 -20Z", shift(cloth, 0.05)),
    cut(scene, "M-46 -44C-44 -54 -30 -54 -29 -44L-28 -12L-44 -12Z", shift(cloth, -0.04)),
    cut(scene, "M26 -46C28 -55 42 -55 43 -45L41 -12L28 -12Z", shift(cloth, -0.02)),
    form(scene, rect(-42, -21, 82, 9), shift(cloth, -0.06)),
  ];
};

/** Three books, one leaning. */
export const book: Motif = (scene, color) => {
  const covers = [
    own(scene, color, [0.55, 0.15, 28]),
    own(scene, null, [0.48, 0.09, 235]),
    own(scene, null, [0.8, 0.12, 85]),
  ] as const;
  const page = own(scene, null, [0.94, 0.03, 85]);
  return [
    form(scene, rect(-58, -26, 116, 26), covers[1]),
    mark("M-54 -22L58 -22L58 -4L-54 -4Z", page),
    form(scene, rect(-50, -50, 108, 24), covers[0]),
    mark("M-46 -46L58 -46L58 -30L-46 -30Z", page),
    form(scene, rect(-56, -72, 104, 22), covers[2]),
    mark("M-52 -68L48 -68L48 -54L-52 -54Z", page),
    cut(
      scene,
      "M-40 -72C-24 -88 -8 -88 4 -76C16 -90 34 -90 50 -74L50 -78C34 -98 16 -98 4 -84C-8 -96 -24 -96 -40 -78Z",
      page,
    ),
  ];
};

/** A bridge of three arches. */
export const bridge: Motif = (scene, color) => {
  const stone = own(scene, color, [0.7, 0.035, 70]);
  return [
    cut(
      scene,
      "M-190 0L-190 -62C-80 -100 80 -100 190 -62L190 0L158 0C158 -46 98 -46 98 0L54 0C54 -66 -54 -66 -54 0L-98 0C-98 -46 -158 -46 -158 0Z",
      stone,
    ),
    mark("M-190 -70C-80 -108 80 -108 190 -70L190 -58C80 -96 -80 -96 -190 -58Z", shift(stone, 0.05)),
    mark("M-190 -58C-80 -96 80 -96 190 -58L190 -55C80 -92 -80 -92 -190 -55Z", shift(stone, -0.14), 0.7),
  ];
};
