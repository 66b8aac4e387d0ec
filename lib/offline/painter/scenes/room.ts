import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Box, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Layer, linear, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { isLampLit, own } from "@/lib/offline/painter/subjects/motif";
import { isTerrestrial, motifs } from "@/lib/offline/painter/subjects/motifs";
import { bookcase, rug } from "./room-furniture";
import { curtain, frame, outlook, wallColor } from "./window";

/** A furnished room with a large window and the light it throws. */
export function room(scene: Scene): Layer[] {
  const { width, height, size, palette, brief, light } = scene;
  const floor = height * 0.74;
  const wide = Math.min(width * 0.46, size * 0.62);
  const center = width * (light === 1 ? 0.62 : 0.38);
  const box: Box = {
    left: center - wide / 2,
    right: center + wide / 2,
    top: height * 0.1,
    bottom: floor - size * 0.12,
  };
  const { hole, shapes } = frame(scene, box, scene.variant % 2 === 0, 2);
  const wall = wallColor(scene);
  const boards = own(scene, null, [0.55, 0.08, 55]);
  const lamps = isLampLit(scene);
  const planks: Ring[] = Array.from({ length: 7 }, (_, index) =>
    rect(-20, floor + (height - floor) * ((index + 1) / 7) ** 1.4, width + 40, 1.1),
  );
  const patch: Ring = [
    [center - wide * 0.42 - light * size * 0.16, floor + size * 0.03],
    [center + wide * 0.42 - light * size * 0.16, floor + size * 0.03],
    [center + wide * 0.5 - light * size * 0.36, floor + size * 0.19],
    [center - wide * 0.62 - light * size * 0.36, floor + size * 0.19],
  ];
  const put = (
    kind: "chair" | "lamp" | "plant",
    x: number,
    y: number,
    high: number,
    flip: boolean,
  ): Shape[] => moveShapes(motifs[kind].draw(scene, null), { x, y, scale: (size * high) / 100, flip });
  const named = brief.subjects.filter(
    ({ kind }) => isTerrestrial(kind) && !["chair", "lamp", "plant", "book"].includes(kind),
  );
  const aside = width * (light === 1 ? 0.17 : 0.83);
  const chairX = center - light * wide * 0.58;
  return [
    {
      name: "wall",
      subject: false,
      shapes: [
        area(
          rect(-20, -20, width + 40, floor + 40),
          linear(
            [light === 1 ? width : 0, 0],
            [light === 1 ? 0 : width, floor],
            [0, mix(wall, palette.sun, 0.22)],
            [0.5, wall],
            [1, shift(wall, -0.12)],
          ),
          { role: "wash" },
        ),
      ],
    },
    { name: "outlook", subject: false, shapes: outlook(scene, box, hole) },
    { name: "frame", subject: false, shapes },
    {
      name: "curtains",
      subject: false,
      shapes: [
        ...curtain(scene, box.left, box.top - size * 0.05, floor, size * 0.11, -1),
        ...curtain(scene, box.right, box.top - size * 0.05, floor, size * 0.11, 1),
        area(
          rect(box.left - size * 0.14, box.top - size * 0.06, wide + size * 0.28, size * 0.011),
          own(scene, null, [0.4, 0.06, 50]),
        ),
      ],
    },
    {
      name: "floor",
      subject: false,
      shapes: [
        area(
          rect(-20, floor, width + 40, height - floor + 40),
          fall(floor, height, [0, mix(boards, palette.sun, 0.12)], [1, shift(boards, -0.12)]),
          { role: "wash" },
        ),
        area(rect(-20, floor - size * 0.022, width + 40, size * 0.022), mix(wall, palette.paper, 0.5)),
        area(planks, shift(boards, -0.12), { role: "detail", opacity: 0.4 }),
        ...(lamps ? [] : [area(patch, palette.sun, { role: "light", opacity: 0.42 })]),
      ],
    },
    {
      name: "bookcase",
      subject: false,
      shapes: bookcase(scene, aside, floor + size * 0.012, size * 0.27, floor - height * 0.16),
    },
    {
      name: "rug",
      subject: false,
      shapes: rug(scene, chairX + light * size * 0.04, floor + size * 0.13, size * 0.36),
    },
    {
      name: "lamp",
      subject: false,
      shapes: put("lamp", chairX - light * size * 0.17, floor + size * 0.05, 0.46, false),
    },
    { name: "chair", subject: true, shapes: put("chair", chairX, floor + size * 0.12, 0.36, light === -1) },
    {
      name: "plant",
      subject: false,
      shapes: put("plant", center + light * wide * 0.66, floor + size * 0.1, 0.34, false),
    },
    ...named.map(
      (mention, index): Layer => ({
        name: mention.kind,
        subject: true,
        shapes: moveShapes(motifs[mention.kind].draw(scene, mention.color), {
          x: center + (index - 0.2) * size * 0.22,
          y: floor + size * 0.17,
          scale: (size * motifs[mention.kind].indoors) / 100,
          flip: light === 1,
        }),
      }),
    ),
  ];
}
