import "server-only";
import { shift } from "@/lib/offline/painter/color/color";
import { area } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import { ball, cut, type Motif, mark, own, wire } from "./motif";

/** A hot-air balloon with gores in two colours. */
export const balloon: Motif = (scene, color) => {
  const main = own(scene, color, [0.64, 0.18, 32]);
  const second = own(scene, null, [0.92, 0.05, 85]);
  const basket = own(scene, null, [0.5, 0.08, 55]);
  const hull =
    "M-7 -22C-12 -32 -38 -46 -38 -66C-38 -88 -20 -100 0 -100C20 -100 38 -88 38 -66C38 -46 12 -32 7 -22Z";
  const gore = (a: number, b: number) =>
    `M0 -100C${a * 0.8} -99 ${a} -86 ${a} -66C${a} -48 ${a * 0.34} -34 ${a * 0.18} -22L${b * 0.18} -22C${b * 0.34} -34 ${b} -48 ${b} -66C${b} -86 ${b * 0.8} -99 0 -100Z`;
  return [
    wire("M-7 -22L-4.5 -8M7 -22L4.5 -8M-2.5 -22L-1.6 -8M2.5 -22L1.6 -8", scene.palette.ink, 0.6, 0.8),
    ball(scene, trace(hull), main),
    area([...trace(gore(-30, -18)), ...trace(gore(-6, 6)), ...trace(gore(18, 30))], second, {
      role: "detail",
      opacity: 0.86,
    }),
    mark(
      "M-37.6 -62C-20 -54 20 -54 37.6 -62C37 -57 34 -52 31 -48.4C18 -43 -18 -43 -31 -48.4C-34 -52 -37 -57 -37.6 -62Z",
      shift(main, -0.16),
      0.55,
    ),
    { ...ball(scene, trace(hull), shift(main, -0.2)), opacity: 0.2, role: "detail" },
    cut(scene, "M-5.5 -8.5L5.5 -8.5L4.5 0L-4.5 0Z", basket),
    mark("M-6 -9.4L6 -9.4L6 -7.6L-6 -7.6Z", shift(basket, -0.12)),
  ];
};
