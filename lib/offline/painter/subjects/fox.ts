import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { cut, type Motif, mark, own } from "./motif";

/** A sitting fox, its brush round its feet. */
export const fox: Motif = (scene, color) => {
  const fur = own(scene, color, [0.66, 0.17, 48]);
  const white = own(scene, null, [0.95, 0.015, 80]);
  const dark = own(scene, null, [0.26, 0.03, 40]);
  return [
    cut(
      scene,
      "M-14 -2C-36 6 -66 2 -70 -20C-72 -36 -60 -48 -46 -52C-50 -40 -46 -26 -32 -20C-22 -16 -16 -16 -10 -18Z",
      shift(fur, -0.03),
    ),
    mark("M-70 -20C-72 -36 -60 -48 -46 -52C-49.4 -43 -48 -34 -43 -27C-52 -28 -62 -28 -70 -20Z", white),
    cut(
      scene,
      "M-22 0C-32 -12 -28 -36 -12 -50C-4 -58 2 -64 6 -68L28 -60C32 -44 26 -34 24 -20L26 -2L27 0Z",
      fur,
    ),
    mark("M-22 0C-30 -10 -28 -26 -18 -32C-6 -34 0 -20 -4 -8L-2 0Z", shift(fur, -0.06), 0.6),
    mark("M12 -62C22 -60 30 -60 30 -56C31 -46 26 -38 23 -26C16 -32 8 -46 12 -62Z", white),
    cut(scene, "M8 0L11 -26L18 -28L17 0Z", shift(fur, -0.04)),
    cut(scene, "M19 0L18 -28L25 -30L27 0Z", fur),
    mark("M8.4 0L9.6 -12L17 -12L17 0ZM19 0L18.6 -12L26 -13L27 0Z", dark),
    cut(scene, "M2 -74L-2 -99C5 -97 12 -91 15 -85Z", shift(fur, -0.06)),
    mark("M3.4 -79L1.4 -93C6 -91 9.6 -87 11.6 -83.4Z", dark, 0.8),
    cut(
      scene,
      "M1 -72C2 -82 10 -88 20 -88C30 -88 35 -82 37 -75C42 -71 50 -66 53 -63.4C52 -60 44 -58 36 -57C30 -52 16 -51 8 -58C3 -62 0 -66 1 -72Z",
      fur,
    ),
    cut(scene, "M20 -84L25 -101C31 -96 34 -89 34 -81Z", fur),
    mark("M23.6 -86L26.4 -95.6C29.6 -92 31.4 -88 31.6 -84Z", dark, 0.8),
    mark(
      "M53 -63.4C52 -60 44 -58 36 -57C30 -52 16 -51 8 -58C14 -60 18 -66 24 -66.6C34 -66 44 -66.6 53 -63.4Z",
      white,
    ),
    area(ellipse(52, -64, 2.7, 2.2, 14), dark, { role: "detail" }),
    mark("M26.6 -73.6C29 -76 33 -75.6 34.4 -72.4C31.8 -71.4 28.6 -71.6 26.6 -73.6Z", dark),
    area(ellipse(31.2, -73.8, 0.7, 0.7, 8), mix(white, scene.palette.sun, 0.5), { role: "detail" }),
  ];
};
