import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Box, ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Layer, linear, moveShapes } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { sleepingCat } from "@/lib/offline/painter/subjects/cat";
import { own } from "@/lib/offline/painter/subjects/motif";
import { isTerrestrial, motifs } from "@/lib/offline/painter/subjects/motifs";
import { curtain, frame, outlook, wallColor } from "./window";

/** A window sill close by, and what lies on it. */
export function sill(scene: Scene): Layer[] {
  const { width, height, size, palette, brief, light } = scene;
  const ledge = height * 0.74;
  const box: Box = {
    left: width * 0.13,
    right: width * 0.87,
    top: height * 0.07,
    bottom: ledge - size * 0.03,
  };
  const { hole, shapes } = frame(scene, box, scene.variant % 2 === 1, 1);
  const wall = wallColor(scene);
  const board = own(scene, null, [0.86, 0.05, 72]);
  const things = brief.subjects.filter(({ kind }) => isTerrestrial(kind));
  const placed = things.flatMap((mention, index): Layer[] => {
    const curled = mention.kind === "cat" && brief.asleep;
    const x = curled
      ? width * (0.5 - light * 0.06)
      : width * (0.5 + (index - (things.length - 1) / 2) * 0.26);
    const high = curled ? 0.27 : motifs[mention.kind].indoors * 1.3;
    return [
      {
        name: mention.kind,
        subject: true,
        shapes: moveShapes(
          curled ? sleepingCat(scene, mention.color) : motifs[mention.kind].draw(scene, mention.color),
          { x, y: ledge + size * 0.055, scale: (size * high) / 100, flip: light === 1 },
        ),
      },
    ];
  });
  const pots = things.some(({ kind }) => kind === "plant" || kind === "flower")
    ? []
    : moveShapes(motifs.plant.draw(scene, null), {
        x: width * (light === 1 ? 0.83 : 0.17),
        y: ledge + size * 0.03,
        scale: (size * 0.27) / 100,
      });
  return [
    {
      name: "wall",
      subject: false,
      shapes: [
        area(rect(-20, -20, width + 40, height + 40), fall(0, height, [0, wall], [1, shift(wall, -0.06)]), {
          role: "wash",
        }),
      ],
    },
    { name: "outlook", subject: false, shapes: outlook(scene, box, hole) },
    { name: "frame", subject: false, shapes },
    {
      name: "curtains",
      subject: false,
      shapes: [
        ...curtain(scene, width * 0.2, -20, height + 20, size * 0.3, -1),
        ...curtain(scene, width * 0.8, -20, height + 20, size * 0.3, 1),
      ],
    },
    {
      name: "ledge",
      subject: false,
      shapes: [
        area(
          rect(-20, ledge, width + 40, size * 0.1),
          linear(
            [light === 1 ? width : 0, ledge],
            [light === 1 ? 0 : width, ledge],
            [0, mix(board, palette.sun, 0.3)],
            [1, shift(board, -0.05)],
          ),
        ),
        area(rect(-20, ledge + size * 0.1, width + 40, size * 0.03), shift(board, -0.14)),
        area(
          rect(-20, ledge + size * 0.13, width + 40, height),
          fall(ledge + size * 0.13, height, [0, shift(wall, -0.15)], [1, shift(wall, -0.07)]),
          { role: "wash" },
        ),
        ...placed.map((layer, index) =>
          area(
            ellipse(
              width * (0.5 + (index - (placed.length - 1) / 2) * 0.26) - light * size * 0.1,
              ledge + size * 0.055,
              size * 0.3,
              size * 0.02,
              30,
            ),
            palette.ink,
            { role: "light", opacity: layer.subject ? 0.16 : 0 },
          ),
        ),
      ],
    },
    { name: "pots", subject: false, shapes: pots },
    ...placed,
  ];
}
