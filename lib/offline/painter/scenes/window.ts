import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { clipShapes } from "@/lib/offline/painter/draw/clip";
import { arc, type Box, profile, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, linear, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { own } from "@/lib/offline/painter/subjects/motif";
import { landscape } from "./landscape";

const outlooks = ["meadow", "mountains", "sea", "city"] as const;

/** The land outside, seen through a hole in the wall. */
export function outlook(scene: Scene, box: Box, hole: Ring): Shape[] {
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
export function frame(
  scene: Scene,
  box: Box,
  arched: boolean,
  bars: number,
): { hole: Ring; shapes: Shape[] } {
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
export function curtain(
  scene: Scene,
  x: number,
  top: number,
  bottom: number,
  wide: number,
  side: -1 | 1,
): Shape[] {
  const cloth =
    scene.brief.color === null
      ? mix(
          mix(scene.variant % 2 === 0 ? scene.palette.accent : scene.palette.second, scene.palette.far, 0.4),
          scene.palette.paper,
          0.22,
        )
      : own(scene, scene.brief.color, [0.8, 0.06, 70]);
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

/** The colour of an inner wall. */
export function wallColor(scene: Scene) {
  const base = mix(own(scene, scene.brief.color, [0.8, 0.05, 60]), scene.palette.far, 0.3);
  return scene.time === "night" ? mix(base, scene.palette.lamp, 0.12) : base;
}
