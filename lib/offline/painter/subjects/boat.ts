import "server-only";
import { shift } from "@/lib/offline/painter/color/color";
import { cut, type Motif, mark, own, wire } from "./motif";

/** A sloop under main and jib. */
export const boat: Motif = (scene, color) => {
  const hull = own(scene, color, [0.38, 0.08, 250]);
  const sail = own(scene, null, [0.95, 0.025, 80]);
  const wood = own(scene, null, [0.48, 0.08, 55]);
  return [
    wire("M0 -8L0 -101", wood, 1.4),
    cut(scene, "M-2.5 -97C-8 -70 -22 -38 -36 -20C-24 -17 -12 -16 -2.5 -17Z", sail),
    mark("M-2.5 -97C-6 -70 -10 -42 -15 -16.6C-10 -16.4 -6 -16.6 -2.5 -17Z", shift(sail, -0.07), 0.55),
    cut(scene, "M3 -92C14 -66 28 -40 42 -19C28 -21 14 -20 3 -18Z", shift(sail, -0.02)),
    mark("M3 -92C8 -66 12 -40 16 -19.6C12 -19.2 8 -18.6 3 -18Z", shift(sail, -0.09), 0.5),
    mark("M0 -101L0 -96.5L-11 -98.5Z", scene.palette.accent),
    wire("M-37 -17.5L1 -15", wood, 1.3),
    cut(scene, "M-16 -12L-14 -17C-6 -19 6 -19 12 -15L14 -11Z", own(scene, null, [0.9, 0.03, 80])),
    cut(scene, "M-43 -12.5C-20 -9.5 20 -10 47 -15C43 -7 36 0 28 3L-30 3C-37 -1 -41 -7 -43 -12.5Z", hull),
    mark("M-43 -12.5C-20 -9.5 20 -10 47 -15L45.6 -12C20 -7.4 -20 -7 -42 -9.8Z", shift(sail, -0.03)),
    mark("M-38 -3.4C-10 -1.6 14 -1.8 39.6 -4.6L37 -2C14 0.4 -10 0.6 -36 -1Z", scene.palette.accent, 0.9),
  ];
};
