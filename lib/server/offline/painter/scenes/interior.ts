import "server-only";
import { clipShapes } from "@/lib/server/offline/painter/clip";
import { mix, shift } from "@/lib/server/offline/painter/color";
import { arc, type Box, ellipse, profile, type Ring, rect } from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, fall, type Layer, linear, moveShapes, type Shape } from "@/lib/server/offline/painter/shape";
import { sleepingCat } from "@/lib/server/offline/painter/subjects/cat";
import { isLampLit, own } from "@/lib/server/offline/painter/subjects/motif";
import { motifs } from "@/lib/server/offline/painter/subjects/motifs";
import { landscape } from "./landscape";
import { bookcase, rug } from "./room-furniture";

const outlooks = ["meadow", "mountains", "sea", "city"] as const;

/** The land outside, seen through a hole in the wall. */
function outlook(scene: Scene, box: Box, hole: Ring): Shape[] {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const place = outlooks[(scene.variant + scene.random.fork("outlook").int(0, 3)) % 4] ?? "meadow";
  const inner: Scene = {
    ...scene,
    width,
    height,
    size: Math.min(width, height) * 1.1,
    horizon: height * 0.66,
    sun: { x: width * (scene.light === 1 ? 0.72 : 0.28), y: height * 0.3 },
    focus: width * (scene.light === 1 ? 0.3 : 0.7),
    detail: scene.detail * 0.5,
    brief: { ...scene.brief, subjects: [], place, frame: "landscape" },
  };
  const shapes = landscape(inner).flatMap((layer) => layer.shapes);
  return clipShapes(moveShapes(shapes, { x: box.left, y: box.top, scale: 1 }), hole);
}

/** Frame and glazing bars. */
function frame(scene: Scene, box: Box, arched: boolean, bars: number): { hole: Ring; shapes: Shape[] } {
  const { size } = scene;
  const wood = own(scene, null, [0.92, 0.02, 85]);
  const width = box.right - box.left;
  const mid = (box.left + box.right) / 2;
  const hole: Ring = arched
    ? [
        [box.left, box.bottom],
        ...arc(mid, box.top + width / 2, width / 2, width / 2, 180, 360, 30),
        [box.right, box.bottom],
      ]
    : rect(box.left, box.top, width, box.bottom - box.top);
  const t = size * 0.014;
  const outer: Ring = arched
    ? [
        [box.left - t, box.bottom + t],
        ...arc(mid, box.top + width / 2, width / 2 + t, width / 2 + t, 180, 360, 30),
        [box.right + t, box.bottom + t],
      ]
    : rect(box.left - t, box.top - t, width + 2 * t, box.bottom - box.top + 2 * t);
  const glazing: Ring[] = [
    ...Array.from({ length: bars }, (_, index) =>
      rect(box.left + (width * (index + 1)) / (bars + 1) - t * 0.32, box.top, t * 0.64, box.bottom - box.top),
    ),
    ...[0.36, 0.7].map((share) => rect(box.left, box.top + (box.bottom - box.top) * share, width, t * 0.5)),
  ];
  return {
    hole,
    shapes: [
      area([outer, hole.toReversed()], shift(wood, -0.02)),
      ...clipShapes([area(glazing, shift(wood, -0.05))], hole),
      area(rect(box.left - t * 3, box.bottom + t, width + t * 6, t * 1.7), wood),
      area(rect(box.left - t * 2.4, box.bottom + t * 2.7, width + t * 4.8, t * 0.8), shift(wood, -0.2), {
        role: "detail",
        opacity: 0.5,
      }),
    ],
  };
}

/** A curtain gathered at one side of the window. */
function curtain(scene: Scene, x: number, top: number, bottom: number, wide: number, side: -1 | 1): Shape[] {
  const cloth = scene.brief.color === null ? mix(mix(scene.palette.second, scene.palette.far, 0.3), scene.palette.paper, 0.25) : own(scene, scene.brief.color, [0.8, 0.06, 70]);
  const inner = profile(0, 1, 0.05, (t) => t).map(
    ([t]) =>
      [x + side * wide * (0.1 - 0.42 * Math.sin(t * Math.PI * 0.9) * t), top + (bottom - top) * t] as const,
  );
  const body: Ring = [[x + side * wide, top], ...inner, [x + side * wide, bottom]];
  const folds: Ring[] = [0.25, 0.45, 0.65, 0.85].map(
    (share): Ring => [
      [x + side * wide * share, top],
      [x + side * wide * (share + 0.09), top],
      [x + side * wide * (share + 0.04), bottom],
      [x + side * wide * (share - 0.02), bottom],
    ],
  );
  return [
    area(
      body,
      linear(
        [x, top],
        [x + side * wide, top],
        [0, mix(cloth, scene.palette.sun, 0.25)],
        [1, shift(cloth, -0.1)],
      ),
    ),
    area(folds, shift(cloth, -0.13), { role: "detail", opacity: 0.42 }),
  ];
}

function wallColor(scene: Scene) {
  const base = mix(own(scene, scene.brief.color, [0.8, 0.05, 60]), scene.palette.far, 0.3);
  return scene.time === "night" ? mix(base, scene.palette.lamp, 0.12) : base;
}

/** A window sill close by, and what lies on it. */
function sill(scene: Scene): Layer[] {
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
  const things = brief.subjects.filter(({ kind }) => motifs[kind].habitat === "land");
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

/** A furnished room with a large window and the light it throws. */
function room(scene: Scene): Layer[] {
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
    ({ kind }) => motifs[kind].habitat === "land" && !["chair", "lamp", "plant", "book"].includes(kind),
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
      shapes: rug(scene, chairX + light * size * 0.04, floor + (height - floor) * 0.55, size * 0.36),
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

/** Indoors: a sill close by if things lie on it, a room otherwise. */
export function interior(scene: Scene): Layer[] {
  const close =
    scene.brief.onSill || (scene.brief.subjects.some(({ kind }) => kind === "cat") && scene.brief.asleep);
  return close ? sill(scene) : room(scene);
}
