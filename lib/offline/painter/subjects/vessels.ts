import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area, line, radial } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import { ball, cut, form, type Motif, mark, own, wire } from "./motif";

/** A full-bellied vase with a glazed band. */
export const vase: Motif = (scene, color) => {
  const clay = own(scene, color, [0.6, 0.09, 235]);
  const body =
    "M-11 -100C-9 -88 -10 -80 -16 -74C-34 -60 -38 -36 -28 -16C-24 -6 -18 0 -14 0L14 0C18 0 24 -6 28 -16C38 -36 34 -60 16 -74C10 -80 9 -88 11 -100Z";
  return [
    form(scene, trace(body), clay, 1.3),
    mark(
      "M-33.8 -42C-20 -36 20 -36 33.8 -42C34 -36 33 -30 31.6 -26C18 -20 -18 -20 -31.6 -26C-33 -30 -34 -36 -33.8 -42Z",
      shift(clay, 0.16, 0.7),
      0.7,
    ),
    mark("M-21.4 -69C-10 -65 10 -65 21.4 -69L23.4 -67C10 -62 -10 -62 -23.4 -67Z", shift(clay, -0.14), 0.6),
    area(ellipse(0, -100, 11.4, 2.8, 26), shift(clay, -0.2), { role: "mass" }),
    mark(
      scene.light === 1
        ? "M20 -62C27 -52 29 -40 27 -30C24 -40 21 -52 17 -60Z"
        : "M-20 -62C-27 -52 -29 -40 -27 -30C-24 -40 -21 -52 -17 -60Z",
      scene.palette.paper,
      0.55,
    ),
  ];
};

/** A wine bottle of translucent glass. */
export const bottle: Motif = (scene, color) => {
  const glass = own(scene, color, [0.4, 0.08, 160]);
  const outline =
    "M-5 -100L5 -100L5.4 -72C6 -64 15 -60 16 -50L16 -3C16 0 14 0 11 0L-11 0C-14 0 -16 0 -16 -3L-16 -50C-15 -60 -6 -64 -5.4 -72Z";
  const side = scene.light;
  return [
    form(scene, trace(outline), glass, 1.4),
    mark(
      "M-14 -30L14 -30L14 -3C14 -1.6 12 -1.4 10 -1.4L-10 -1.4C-12 -1.4 -14 -1.6 -14 -3Z",
      shift(glass, -0.12),
      0.5,
    ),
    form(scene, trace("M-15.6 -44L15.6 -44L15.6 -16L-15.6 -16Z"), own(scene, null, [0.93, 0.035, 85]), 0.8),
    mark("M-10 -36L10 -36L10 -34.6L-10 -34.6ZM-6 -26L6 -26L6 -25L-6 -25Z", scene.palette.accent, 0.85),
    area(ellipse(0, -30.4, 3.2, 3.2, 16), scene.palette.accent, { role: "detail", opacity: 0.85 }),
    mark(
      side === 1
        ? "M9 -54C12 -52 13 -50 13 -46L11 -46C11 -50 10 -52 8 -53ZM2.6 -96L3.8 -96L4 -74L2.8 -72Z"
        : "M-9 -54C-12 -52 -13 -50 -13 -46L-11 -46C-11 -50 -10 -52 -8 -53ZM-2.6 -96L-3.8 -96L-4 -74L-2.8 -72Z",
      scene.palette.paper,
      0.7,
    ),
    form(scene, trace("M-5.8 -101L5.8 -101L5.6 -88L-5.6 -88Z"), own(scene, null, [0.45, 0.13, 25])),
  ];
};

/** A cup on its saucer, steaming. */
export const cup: Motif = (scene, color) => {
  const china = own(scene, color, [0.93, 0.025, 85]);
  const coffee = own(scene, null, [0.36, 0.06, 50]);
  return [
    wire("M-14 -76C-20 -88 -6 -92 -12 -106M10 -76C4 -88 18 -94 12 -110", scene.palette.paper, 2.6, 0.5),
    form(scene, ellipse(0, -6, 62, 9, 40), shift(china, -0.06), 0.8),
    area(ellipse(0, -8.4, 40, 5, 36), shift(china, -0.14), { role: "detail", opacity: 0.6 }),
    line(trace("M38 -56C62 -60 64 -26 32 -26"), shift(china, -0.07), 6.5, { role: "mass" }),
    form(scene, trace("M-42 -66L42 -66C42 -40 34 -18 20 -8L-20 -8C-34 -18 -42 -40 -42 -66Z"), china, 1.1),
    area(ellipse(0, -66, 42, 8, 40), shift(china, 0.015), { role: "mass" }),
    area(ellipse(0, -65.4, 37, 6, 36), coffee, { role: "detail" }),
    mark("M-24 -65C-14 -69 6 -69.6 16 -67.4C4 -65.6 -12 -64.4 -24 -65Z", mix(coffee, china, 0.45), 0.7),
    mark("M-41.6 -54C-20 -47 20 -47 41.6 -54L41 -49C20 -42 -20 -42 -41 -49Z", scene.palette.accent, 0.85),
  ];
};

const round =
  "M0 -88C14 -96 44 -90 46 -54C48 -22 26 0 4 -2C1 -3 -1 -3 -4 -2C-26 0 -48 -22 -46 -54C-44 -90 -14 -96 0 -88Z";

export const apple: Motif = (scene, color) => {
  const skin = own(scene, color, [0.58, 0.19, 26]);
  return [
    ball(scene, trace(round), skin),
    mark("M-14 -86C-4 -78 6 -78 14 -86C8 -74 -8 -74 -14 -86Z", shift(skin, -0.2), 0.7),
    wire("M0 -82C0 -92 4 -98 9 -102", own(scene, null, [0.35, 0.05, 50]), 3.4),
    cut(scene, "M5 -94C14 -108 32 -108 42 -100C32 -90 16 -86 5 -94Z", own(scene, null, [0.6, 0.13, 140])),
  ];
};

export const pear: Motif = (scene, color) => {
  const skin = own(scene, color, [0.8, 0.15, 108]);
  const blush = own(scene, null, [0.66, 0.16, 45]);
  const body =
    "M1 -92C12 -92 17 -82 18 -70C20 -58 38 -48 38 -26C38 -8 22 1 2 -1C-22 2 -40 -8 -38 -28C-37 -48 -18 -58 -16 -72C-15 -84 -10 -92 1 -92Z";
  const flush = ellipse(-scene.light * 14, -28, 25, 25, 28);
  return [
    ball(scene, trace(body), skin),
    area(flush, radial([-scene.light * 14, -28], 25, [0, blush, 0.5], [0.5, blush, 0.28], [1, blush, 0]), {
      role: "detail",
      clip: trace(body),
    }),
    wire("M1 -90C2 -98 7 -104 12 -108", own(scene, null, [0.34, 0.05, 50]), 3),
    area(ellipse(scene.light * 13, -46, 3.4, 7, 14, scene.light * -18), scene.palette.paper, {
      role: "detail",
      opacity: 0.45,
    }),
  ];
};

export const lemon: Motif = (scene, color) => {
  const skin = own(scene, color, [0.88, 0.16, 100]);
  return [
    ball(
      scene,
      trace(
        "M-62 -42C-58 -46 -54 -54 -46 -64C-26 -88 22 -90 44 -64C52 -54 58 -50 66 -46C70 -40 66 -34 60 -32C52 -24 46 -14 34 -8C10 4 -26 2 -44 -16C-50 -24 -56 -34 -62 -36C-66 -38 -66 -40 -62 -42Z",
      ),
      skin,
    ),
    area(ellipse(scene.light * 18, -62, 10, 5, 16), scene.palette.paper, { role: "detail", opacity: 0.4 }),
  ];
};

export const orange: Motif = (scene, color) => {
  const skin = own(scene, color, [0.74, 0.17, 58]);
  return [
    ball(scene, ellipse(0, -46, 47, 46, 40), skin),
    area(ellipse(2, -86, 5, 2.6, 12), own(scene, null, [0.5, 0.1, 140]), { role: "detail" }),
    cut(scene, "M3 -88C14 -102 34 -102 46 -92C34 -84 16 -82 3 -88Z", own(scene, null, [0.55, 0.12, 145])),
  ];
};
