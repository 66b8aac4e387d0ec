import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import type { Point, Ring } from "@/lib/offline/painter/draw/geometry";
import { area, type Shape } from "@/lib/offline/painter/draw/shape";
import { broadleaf } from "@/lib/offline/painter/shapes/broadleaf";
import { pine as conifer } from "@/lib/offline/painter/shapes/pines";
import { cut, form, type Motif, mark, own } from "./motif";

export const tree: Motif = (scene, color) => {
  if (color === null)
    return broadleaf(
      scene,
      "subject-tree",
      0,
      0,
      100,
      0.85,
      scene.brief.season === "spring" ? "blossom" : "foliage",
    );
  const leaves = own(scene, color, color);
  return broadleaf(scene, "subject-tree", 0, 0, 100, 0.85).map((shape, index) =>
    index === 0
      ? shape
      : {
          ...shape,
          fill:
            index === 1
              ? form(scene, shape.rings, leaves).fill
              : { kind: "solid", color: shift(leaves, index === 2 ? 0.07 : -0.08) },
        },
  );
};

export const pine: Motif = (scene, color) => {
  const random = scene.random.fork("subject-pine");
  const dark = own(scene, color, [0.42, 0.07, 165]);
  return [form(scene, conifer(random, 0, 0, 100, 8), dark)];
};

/** A coconut palm: a bent stem and a fan of drooping fronds. */
export const palm: Motif = (scene, color) => {
  const stem = own(scene, null, [0.5, 0.06, 60]);
  const green = own(scene, color, [0.5, 0.11, 148]);
  const frond = (angle: number, length: number): Ring => {
    const lean = (angle * Math.PI) / 180;
    const tip: Point = [12 + Math.cos(lean) * length, -84 + Math.sin(lean) * length * 0.6 + length * 0.34];
    const mid: Point = [
      12 + Math.cos(lean) * length * 0.55,
      -84 + Math.sin(lean) * length * 0.62 - length * 0.1,
    ];
    return [[12, -84], [mid[0] - 1, mid[1] - 5], tip, [mid[0] + 1, mid[1] + 4]];
  };
  const fan = [-165, -140, -110, -80, -48, -20, 8, 172].map((angle, index) =>
    frond(angle, index % 2 === 0 ? 46 : 40),
  );
  return [
    cut(scene, "M-5 0C-3 -30 2 -60 10 -86L15 -85C9 -58 5 -30 5 0Z", stem),
    form(
      scene,
      fan.filter((_, index) => index % 2 === 0),
      shift(green, -0.06),
    ),
    form(
      scene,
      fan.filter((_, index) => index % 2 === 1),
      green,
    ),
    area(
      [
        [9, -82],
        [12, -77],
        [16, -79],
        [15, -84],
      ],
      mix(stem, scene.palette.ink, 0.3),
      { role: "detail" },
    ),
  ];
};

/** A saguaro with two arms. */
export const cactus: Motif = (scene, color): Shape[] => {
  const green = own(scene, color, [0.52, 0.09, 150]);
  return [
    cut(scene, "M-9 0L-9 -88C-9 -104 9 -104 9 -88L9 0Z", green),
    cut(
      scene,
      "M-9 -34L-24 -34C-34 -34 -37 -42 -37 -50L-37 -64C-37 -74 -24 -74 -24 -64L-24 -52C-24 -48 -22 -47 -18 -47L-9 -47Z",
      shift(green, -0.02),
    ),
    cut(
      scene,
      "M9 -24L22 -24C33 -24 36 -32 36 -40L36 -58C36 -67 24 -67 24 -58L24 -44C24 -39 22 -37 18 -37L9 -37Z",
      shift(green, -0.02),
    ),
    mark("M-4 -4L-4 -90L-2.8 -90L-2.8 -4ZM3 -4L3 -92L4.2 -92L4.2 -4Z", shift(green, -0.1), 0.6),
  ];
};
