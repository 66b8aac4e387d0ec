import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { type Point, rect } from "@/lib/offline/painter/draw/geometry";
import { area, glow, linear, type Shape } from "@/lib/offline/painter/draw/shape";
import { cut, form, isLampLit, type Motif, own } from "./motif";

const stripes = [0.16, 0.48, 0.8] as const;

/** A banded tower with gallery, lantern and, when it is dark enough, its beams. */
export const lighthouse: Motif = (scene, color) => {
  const white = own(scene, null, [0.95, 0.015, 85]);
  const band = own(scene, color, [0.57, 0.18, 28]);
  const iron = own(scene, null, [0.28, 0.03, 260]);
  const lit = isLampLit(scene);
  const half = (t: number) => 8.4 + t * 5.6;
  const slice = (from: number, to: number): Point[] => {
    const y = (t: number) => -76 + 76 * t;
    return [
      [-half(from), y(from)],
      [half(from), y(from)],
      [half(to), y(to)],
      [-half(to), y(to)],
    ];
  };
  const beam = (side: number): Shape => {
    const reach = 330 * side;
    return area(
      [
        [0, -86],
        [reach, -86 - 52],
        [reach, -86 + 34],
      ],
      linear(
        [0, -86],
        [reach, -86],
        [0, scene.palette.lamp, 0.75],
        [0.35, scene.palette.lamp, 0.22],
        [1, scene.palette.lamp, 0],
      ),
      { role: "light" },
    );
  };
  return [
    ...(lit ? [beam(-1), beam(1)] : []),
    cut(scene, "M20 0L20 -15L32 -15L32 0Z", white),
    cut(scene, "M17 -14L26 -24L35 -14Z", band),
    form(scene, slice(0, 1), white),
    ...stripes.map((top) => form(scene, slice(top, top + 0.16), band)),
    area([rect(-2, -60, 4, 6), rect(-2, -34, 4, 6)], mix(iron, scene.palette.sky[0], 0.2), {
      role: "detail",
    }),
    area(
      [
        [-4, 0],
        [-4, -9],
        [0, -12],
        [4, -9],
        [4, 0],
      ],
      iron,
      { role: "detail" },
    ),
    form(scene, rect(-13, -80, 26, 4.4), iron),
    area(
      [
        rect(-12.6, -84, 0.9, 5),
        rect(-6.5, -84, 0.9, 5),
        rect(5.6, -84, 0.9, 5),
        rect(11.7, -84, 0.9, 5),
        rect(-12.6, -84.6, 25.2, 0.9),
      ],
      iron,
      { role: "detail" },
    ),
    area(rect(-6.5, -92, 13, 12), lit ? scene.palette.lamp : mix(scene.palette.sky[1], white, 0.4)),
    area([rect(-2.6, -92, 0.8, 12), rect(2, -92, 0.8, 12)], iron, { role: "detail" }),
    cut(scene, "M-9 -91.5C-7 -98 -3 -100 0 -100C3 -100 7 -98 9 -91.5Z", band),
    area(rect(-0.5, -106, 1, 7), iron, { role: "detail" }),
    ...(lit ? [glow(0, -86, 34, scene.palette.lamp, 0.85)] : []),
  ];
};
