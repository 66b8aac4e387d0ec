import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area, glow, line, linear } from "@/lib/offline/painter/draw/shape";
import { cut, isLampLit, type Motif, mark, own, wire } from "./motif";

/** A small car of the sixties. */
export const car: Motif = (scene, color) => {
  const paint = own(scene, color, [0.64, 0.16, 30]);
  const glass = mix(scene.palette.sky[1], scene.palette.paper, 0.3);
  const dark = own(scene, null, [0.22, 0.02, 260]);
  const lit = isLampLit(scene);
  return [
    cut(scene, "M-58 -52C-50 -84 -38 -98 -8 -99C22 -100 40 -86 52 -56Z", paint),
    mark("M-50 -56C-44 -78 -34 -89 -8 -90L-8 -56ZM-2 -56L-2 -90C18 -90 32 -80 42 -56Z", glass),
    cut(
      scene,
      "M-104 -16C-110 -40 -102 -54 -76 -56L56 -58C88 -56 108 -46 110 -20C110 -12 106 -10 98 -10L-96 -10C-102 -10 -103 -12 -104 -16Z",
      shift(paint, -0.01),
    ),
    mark(
      "M-105 -30C-60 -34 60 -34 110 -28L110 -24C60 -29 -60 -29 -105 -25Z",
      own(scene, null, [0.94, 0.02, 85]),
    ),
    wire("M-4 -56L-6 -14M-52 -54C-56 -40 -54 -24 -48 -14", shift(paint, -0.14), 1.2),
    mark("M4 -48L16 -48L16 -45L4 -45Z", shift(paint, -0.2)),
    area([ellipse(-62, -14, 21, 21, 30), ellipse(64, -14, 21, 21, 30)], dark),
    area([ellipse(-62, -14, 11, 11, 24), ellipse(64, -14, 11, 11, 24)], own(scene, null, [0.85, 0.01, 90]), {
      role: "detail",
    }),
    mark(
      "M-112 -18L-88 -18L-88 -12L-112 -12ZM92 -18L116 -18L116 -12L92 -12Z",
      own(scene, null, [0.78, 0.01, 250]),
    ),
    area(ellipse(103, -36, 5, 7, 16), lit ? scene.palette.lamp : scene.palette.paper, { role: "detail" }),
    area(ellipse(-104, -34, 3, 5, 12), scene.palette.accent, { role: "detail" }),
    ...(lit
      ? [
          glow(106, -36, 34, scene.palette.lamp, 0.8),
          area(
            [
              [106, -40],
              [270, -66],
              [270, 8],
              [106, -32],
            ],
            linear([106, -36], [270, -30], [0, scene.palette.lamp, 0.5], [1, scene.palette.lamp, 0]),
            { role: "light" },
          ),
        ]
      : []),
  ];
};

/** A bicycle leaning on its stand. */
export const bicycle: Motif = (scene, color) => {
  const frame = own(scene, color, [0.6, 0.15, 30]);
  const dark = own(scene, null, [0.25, 0.02, 260]);
  const wheel = (x: number) => [...ellipse(x, -33, 33, 33, 40), [x + 33, -33] as const];
  const spokes = (x: number) =>
    Array.from(
      { length: 8 },
      (_, index) =>
        [
          [x + Math.cos((index * Math.PI) / 8) * 31, -33 + Math.sin((index * Math.PI) / 8) * 31],
          [x - Math.cos((index * Math.PI) / 8) * 31, -33 - Math.sin((index * Math.PI) / 8) * 31],
        ] as const,
    );
  return [
    line([wheel(-52), wheel(56)], dark, 3.4, { role: "mass" }),
    line([...spokes(-52), ...spokes(56)], dark, 0.5, { opacity: 0.6 }),
    {
      ...wire(
        "M-52 -33L-22 -78L40 -80L2 -33ZM-22 -78L2 -33L-52 -33M40 -80L56 -33M36 -92L40 -80M-26 -86L-22 -78",
        frame,
        4,
      ),
      role: "mass",
    },
    mark("M-42 -90C-34 -92 -20 -91 -12 -88C-16 -84 -28 -84 -40 -86Z", dark),
    wire("M36 -92C46 -98 56 -94 54 -86M-6 -33L10 -33", dark, 2.6),
    area(ellipse(2, -33, 8, 8, 20), shift(frame, -0.15), { role: "detail" }),
  ];
};

/** A finned rocket under way. */
export const rocket: Motif = (scene, color) => {
  const hull = own(scene, color, [0.94, 0.015, 85]);
  const fin = own(scene, null, [0.6, 0.19, 28]);
  return [
    glow(0, 8, 46, scene.palette.lamp, 0.8),
    mark("M-9 -6C-16 14 -6 26 0 52C6 26 16 14 9 -6Z", scene.palette.accent),
    mark("M-5 -6C-8 8 -3 16 0 30C3 16 8 8 5 -6Z", scene.palette.lamp),
    cut(scene, "M-15 -36C-30 -28 -34 -14 -32 0L-12 -10ZM15 -36C30 -28 34 -14 32 0L12 -10Z", fin),
    cut(
      scene,
      "M0 -104C16 -88 20 -60 18 -38C17 -22 13 -10 10 -5L-10 -5C-13 -10 -17 -22 -18 -38C-20 -60 -16 -88 0 -104Z",
      hull,
    ),
    cut(scene, "M0 -104C8 -96 13 -86 15.6 -76L-15.6 -76C-13 -86 -8 -96 0 -104Z", fin),
    area(ellipse(0, -56, 8.4, 8.4, 28), shift(hull, -0.25)),
    area(ellipse(0, -56, 6.2, 6.2, 24), mix(scene.palette.sky[1], scene.palette.paper, 0.25), {
      role: "detail",
    }),
    mark("M-12.6 -12L12.6 -12L10 -5L-10 -5Z", shift(hull, -0.35)),
  ];
};
