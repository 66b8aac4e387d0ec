import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import { cut, type Motif, mark, own, wire } from "./motif";

/** A small bird on a twig. */
export const bird: Motif = (scene, color) => {
  const back = own(scene, color, [0.52, 0.1, 245]);
  const breast = own(scene, null, color === null ? [0.74, 0.15, 52] : [0.93, 0.03, 80]);
  const wood = own(scene, null, [0.38, 0.05, 50]);
  return [
    cut(
      scene,
      "M-120 10C-70 2 -20 4 30 -2C60 -6 90 -16 120 -22L121 -17C90 -8 62 2 32 6C-20 12 -70 10 -120 16Z",
      wood,
    ),
    cut(
      scene,
      "M-70 8C-84 -4 -98 -12 -112 -14C-106 -2 -92 8 -70 8ZM74 -9C80 -24 94 -34 108 -36C106 -22 94 -12 74 -9Z",
      own(scene, null, [0.55, 0.1, 145]),
    ),
    cut(scene, "M-34 -34C-56 -26 -78 -14 -92 -2L-84 6C-66 -2 -44 -10 -26 -16Z", shift(back, -0.1)),
    cut(
      scene,
      "M-40 -30C-36 -62 -14 -84 8 -90C20 -102 46 -102 52 -82C54 -74 54 -66 50 -54C44 -24 16 -4 -10 -8C-26 -10 -38 -18 -40 -30Z",
      back,
    ),
    mark(
      "M52 -74C56 -54 50 -36 36 -22C24 -10 4 -4 -10 -8C10 -18 18 -34 22 -52C26 -66 40 -76 52 -74Z",
      breast,
    ),
    mark(
      "M-36 -38C-26 -58 -2 -66 18 -60C14 -36 -10 -18 -44 -20C-60 -16 -70 -10 -78 -4C-64 -24 -50 -34 -36 -38Z",
      shift(back, -0.09),
    ),
    wire("M-52 -20C-30 -24 -10 -34 4 -48M-46 -26C-28 -32 -12 -42 0 -54", shift(back, 0.06), 1.2, 0.8),
    mark("M51 -84L66 -78L51.6 -74Z", own(scene, null, [0.36, 0.04, 60])),
    area(ellipse(38, -84, 3.6, 3.6, 16), shift(back, -0.4), { role: "detail" }),
    area(ellipse(39.2, -85.2, 1.1, 1.1, 8), scene.palette.paper, { role: "detail" }),
    wire("M2 -8L4 2M12 -10L14 1", wood, 2.2),
  ];
};

/** A crane standing in the shallows. */
export const crane: Motif = (scene, color) => {
  const white = own(scene, color, [0.95, 0.012, 90]);
  const black = own(scene, null, [0.24, 0.02, 260]);
  const leg = own(scene, null, [0.34, 0.03, 40]);
  return [
    wire("M-3 -38L-4 -20L-2.4 0M6 -38L9 -22L4 -12L7.6 0M-2.4 0L3.4 0.6M7.6 0L13 0.6", leg, 1.1),
    cut(
      scene,
      "M-34 -40C-30 -54 -12 -62 6 -58C16 -56 20 -50 16 -44C10 -36 -8 -34 -20 -36C-28 -37 -34 -34 -38 -30C-38 -34 -36 -38 -34 -40Z",
      white,
    ),
    cut(
      scene,
      "M8 -57C20 -62 26 -70 22 -80C19 -88 20 -96 27 -99C33 -101 37 -97 36.6 -93C33 -92 27 -93 26.4 -88C26 -82 31 -76 28 -66C25 -56 18 -48 11 -46Z",
      white,
    ),
    mark(
      "M13 -60C22 -64 25.6 -71 22.4 -80C20.6 -85 20.4 -90 22.4 -94C24.6 -90 25.8 -90 26.4 -88C26 -82 31 -76 28 -66C26 -60 22.6 -54.6 19 -51Z",
      black,
    ),
    mark(
      "M24 -97.6C26 -100.4 31 -101 33.6 -98.6C31 -97 27 -96.4 24 -97.6Z",
      own(scene, null, [0.55, 0.2, 27]),
    ),
    mark("M35.6 -96.4L54 -92.4L36 -92.6Z", own(scene, null, [0.62, 0.09, 75])),
    area(ellipse(32.6, -95.6, 0.8, 0.8, 8), black, { role: "detail" }),
    mark(
      "M-34 -40C-24 -46 -8 -46 2 -42C-4 -34 -14 -33 -22 -33C-32 -33 -42 -26 -48 -18C-48 -28 -42 -36 -34 -40Z",
      black,
    ),
    wire("M-26 -50C-14 -54 -4 -54 6 -51M-20 -55C-10 -58 0 -58 8 -55", shift(white, -0.12), 0.6, 0.9),
  ];
};

/** An owl, upright, facing the viewer. */
export const owl: Motif = (scene, color) => {
  const feather = own(scene, color, [0.5, 0.07, 60]);
  const pale = own(scene, null, [0.9, 0.04, 80]);
  const dark = shift(feather, -0.22);
  const flecks: Ring[] = Array.from({ length: 4 }, (_, row) =>
    Array.from(
      { length: 4 + (row % 2) },
      (__, column): Ring => ellipse(-15 + column * 9.6 - (row % 2) * 4.6, -42 + row * 9, 2.4, 3.4, 9),
    ),
  ).flat();
  return [
    cut(
      scene,
      "M-34 -60C-36 -84 -34 -92 -32 -102C-24 -96 -16 -92 0 -92C16 -92 24 -96 32 -102C34 -92 36 -84 34 -60C38 -34 26 -4 0 -2C-26 -4 -38 -34 -34 -60Z",
      feather,
    ),
    mark("M-20 -56C-24 -30 -14 -6 0 -4C14 -6 24 -30 20 -56Z", pale),
    area(flecks, shift(feather, -0.02), { role: "detail", opacity: 0.7 }),
    cut(
      scene,
      "M-33 -62C-40 -40 -36 -18 -22 -6C-20 -26 -22 -46 -26 -62ZM33 -62C40 -40 36 -18 22 -6C20 -26 22 -46 26 -62Z",
      shift(feather, -0.08),
    ),
    area([ellipse(-14, -74, 14, 14, 28), ellipse(14, -74, 14, 14, 28)], pale, { role: "detail" }),
    area([ellipse(-13, -74, 8, 8, 24), ellipse(13, -74, 8, 8, 24)], own(scene, null, [0.8, 0.16, 80]), {
      role: "detail",
    }),
    area([ellipse(-13, -74, 4.6, 4.6, 18), ellipse(13, -74, 4.6, 4.6, 18)], dark, { role: "detail" }),
    area([ellipse(-11.6, -76, 1.4, 1.4, 8), ellipse(14.4, -76, 1.4, 1.4, 8)], scene.palette.paper, {
      role: "detail",
    }),
    mark("M-3.6 -70L3.6 -70L0 -60Z", own(scene, null, [0.4, 0.05, 60])),
    mark("M-12 -3L-10 4L-7 -2L-4 4L-2 -3ZM2 -3L4 4L7 -2L10 4L12 -3Z", own(scene, null, [0.66, 0.12, 65])),
    wire("M-60 5L60 3", mix(dark, feather, 0.4), 6),
  ];
};

/** Far birds on the wing, one stroke each. */
export function flight(x: number, y: number, span: number): Ring[] {
  return trace(
    `M${x - span} ${y - span * 0.22}Q${x - span * 0.42} ${y - span * 0.5} ${x} ${y}Q${x + span * 0.42} ${y - span * 0.5} ${x + span} ${y - span * 0.22}`,
    5,
  );
}
