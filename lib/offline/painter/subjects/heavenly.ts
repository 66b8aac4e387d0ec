import "server-only";
import { shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, type Ring } from "@/lib/offline/painter/draw/geometry";
import { area } from "@/lib/offline/painter/draw/shape";
import { trace } from "@/lib/offline/painter/draw/trace";
import { ball, cut, form, type Motif, own } from "./motif";

/** A waxing crescent. */
export const crescent: Motif = (scene, color) => [
  cut(
    scene,
    "M14 -98C-22 -96 -48 -74 -48 -48C-48 -20 -22 2 14 2C-10 -8 -22 -26 -22 -48C-22 -70 -10 -88 14 -98Z",
    own(scene, color, [0.9, 0.09, 92]),
  ),
];

function burst(count: number, inner: number, outer: number): Ring {
  return Array.from({ length: count * 2 }, (_, index): Point => {
    const angle = (index / count) * Math.PI - Math.PI / 2;
    const r = index % 2 === 0 ? outer : inner;
    return [Math.cos(angle) * r, -50 + Math.sin(angle) * r];
  });
}

export const star: Motif = (scene, color) => [
  form(scene, burst(5, 22, 50), own(scene, color, [0.84, 0.14, 85])),
];

/** A sun with pointed rays. */
export const sunburst: Motif = (scene, color) => {
  const gold = own(scene, color, [0.82, 0.15, 78]);
  return [
    form(scene, burst(16, 32, 52), shift(gold, -0.06, 1.1)),
    ball(scene, ellipse(0, -50, 28, 28, 40), gold),
  ];
};

/** A banded planet inside its ring. */
export const planet: Motif = (scene, color) => {
  const ground = own(scene, color, [0.68, 0.11, 200]);
  const ring = own(scene, null, [0.84, 0.08, 75]);
  const disc = ellipse(0, -50, 46, 46, 56);
  const halo = (from: number, to: number) =>
    Array.from({ length: 31 }, (_, index): Point => {
      const angle = ((from + ((to - from) * index) / 30) * Math.PI) / 180;
      return [Math.cos(angle) * 84, -50 + Math.sin(angle) * 20 - Math.cos(angle) * 18];
    });
  const inner = (from: number, to: number) =>
    halo(from, to).map(([x, y]): Point => [x * 0.74, -50 + (y + 50) * 0.74]);
  const band = (from: number, to: number): Ring => [...halo(from, to), ...inner(from, to).toReversed()];
  return [
    area(band(180, 360), shift(ring, -0.12)),
    ball(scene, disc, ground),
    {
      ...area(
        trace(
          "M-50 -74C-20 -66 20 -78 50 -86L50 -76C20 -66 -20 -56 -50 -64ZM-50 -44C-20 -34 20 -48 50 -58L50 -38C20 -28 -20 -16 -50 -26ZM-50 -16C-20 -8 20 -18 50 -28L50 -20C20 -10 -20 0 -50 -6Z",
        ),
        shift(ground, -0.08, 1, 14),
      ),
      role: "detail",
      opacity: 0.55,
      clip: [disc],
    },
    area(band(0, 180), ring),
  ];
};
