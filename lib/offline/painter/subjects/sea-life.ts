import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { cut, type Motif, mark, own, wire } from "./motif";

/** A whale breaching: 100 high, the water line at its foot. */
export const whale: Motif = (scene, color) => {
  const skin = own(scene, color, [0.4, 0.06, 245]);
  const belly = own(scene, null, [0.86, 0.025, 230]);
  const foam = mix(scene.palette.paper, scene.palette.sky[2], 0.25);
  return [
    cut(
      scene,
      "M-44 6C-40 -40 -14 -84 26 -100C42 -106 58 -100 58 -90C56 -74 44 -52 40 -34C36 -18 36 -6 38 6Z",
      skin,
    ),
    mark("M58 -90C56 -74 44 -52 40 -34C36 -18 36 -6 38 6L8 6C8 -30 24 -70 58 -90Z", belly),
    wire(
      "M50 -78C34 -60 22 -34 18 4M46 -66C36 -48 28 -24 26 4M43 -54C37 -38 34 -16 33 4",
      shift(belly, -0.14),
      0.9,
    ),
    cut(scene, "M0 -34C-20 -34 -42 -24 -52 -8C-36 -10 -14 -14 4 -20Z", shift(skin, -0.08)),
    area(ellipse(30, -74, 1.9, 1.9, 12), shift(skin, -0.24), { role: "detail" }),
    mark(
      "M-66 8C-60 -4 -50 -2 -46 4C-40 -10 -28 -8 -24 2C-14 -6 -6 0 0 4C10 -8 20 -4 24 2C32 -10 46 -8 50 2C58 -4 68 0 72 8Z",
      foam,
    ),
  ];
};

/** A koi in a bowl-shaped leap of its own ripples. */
export const fish: Motif = (scene, color) => {
  const scale = own(scene, color, [0.7, 0.17, 45]);
  const white = own(scene, null, [0.95, 0.015, 80]);
  return [
    cut(
      scene,
      "M-52 -46C-70 -66 -88 -74 -100 -74C-92 -60 -90 -50 -92 -40C-88 -24 -92 -12 -98 -4C-82 -8 -64 -22 -52 -38Z",
      shift(scale, 0.04),
    ),
    cut(
      scene,
      "M-8 -78C-2 -96 18 -102 34 -96C32 -86 26 -78 20 -74ZM-14 -16C-16 -2 -4 8 8 8C10 -2 6 -12 2 -18Z",
      shift(scale, -0.04),
    ),
    cut(
      scene,
      "M-62 -44C-40 -72 -4 -86 32 -78C60 -72 80 -58 86 -46C78 -32 56 -18 28 -14C-8 -10 -42 -20 -62 -44Z",
      white,
    ),
    mark(
      "M-44 -62C-30 -72 -14 -78 4 -80C2 -66 -10 -54 -26 -50C-34 -52 -40 -56 -44 -62ZM20 -79.6C40 -78 58 -70 66 -64C58 -52 40 -48 26 -54C20 -62 18 -72 20 -79.6ZM-20 -20C-12 -32 2 -36 14 -30C16 -22 10 -16 4 -14C-4 -14 -12 -16 -20 -20Z",
      scale,
    ),
    cut(scene, "M24 -34C10 -26 0 -14 -4 0C14 -2 30 -14 36 -28Z", shift(white, -0.07)),
    area(ellipse(68, -52, 4, 4, 16), shift(scale, -0.45), { role: "detail" }),
    area(ellipse(69.2, -53.2, 1.2, 1.2, 8), white, { role: "detail" }),
    wire("M48 -66C42 -54 42 -40 50 -28M84 -42C90 -38 96 -38 100 -42", shift(white, -0.25), 1.2, 0.8),
  ];
};
