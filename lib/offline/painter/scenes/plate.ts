import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { clipShapes } from "@/lib/offline/painter/draw/clip";
import { boxOf, ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, moveShapes, radial, type Shape, solid } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { sleepingCat } from "@/lib/offline/painter/subjects/cat";
import { motifs } from "@/lib/offline/painter/subjects/motifs";

/** The white rim of a die-cut sticker: the thing's own outline, drawn broad. */
function stickerRim(shapes: readonly Shape[], width: number): Shape[] {
  const white = "#ffffff";
  return shapes
    .filter((shape) => shape.role !== "light")
    .map((shape) => ({
      ...shape,
      role: "detail",
      opacity: 1,
      fill: shape.fill && solid(white),
      stroke: { color: white, width: width + (shape.stroke?.width ?? 0) },
    }));
}

/** Two views to the side of a single thing: a part of it enlarged in a circle, and the whole small. */
function insets(scene: Scene): Layer[] {
  const { width, height, size, brief } = scene;
  const mention = brief.subjects[0];
  if (mention === undefined) return [];
  const raw = motifs[mention.kind].draw(scene, mention.color).filter((shape) => shape.role !== "light");
  const box = boxOf(raw.flatMap((shape) => shape.rings));
  const span = Math.max(box.right - box.left, box.bottom - box.top);
  const [x, r] = [width / 2 + size * 0.3, size * 0.13];
  const y = height / 2 - size * 0.2;
  const hole = ellipse(x, y, r, r, 60);
  const zoom = (size * 1.1) / span;
  const small = (size * 0.2) / span;
  return [
    {
      name: "inset-part",
      subject: true,
      shapes: [
        area(hole, scene.palette.sky[2]),
        ...clipShapes(
          moveShapes(raw, {
            x: x - zoom * (box.left + box.right) * 0.5,
            y: y - zoom * (box.top + (box.bottom - box.top) * 0.3),
            scale: zoom,
          }),
          hole,
        ),
      ],
    },
    {
      name: "inset-whole",
      subject: true,
      shapes: moveShapes(raw, {
        x: x + (small * (box.left + box.right)) / 2,
        y: height / 2 + size * 0.24 - (small * (box.top + box.bottom)) / 2,
        scale: small,
        flip: true,
      }),
    },
  ];
}

/** The named things alone, large and centred, as a specimen plate or a cut-out. */
export function plate(scene: Scene): Layer[] {
  const { width, height, size, brief, palette } = scene;
  const things = brief.subjects.slice(0, 4);
  const gap = size * 0.05;
  const single = things.length === 1 && !scene.cutOut && scene.variant % 2 === 1;
  const aside = single ? size * 0.16 : 0;
  const span =
    things.length === 1
      ? size * (single ? 0.5 : 0.62)
      : Math.min(size * 0.56, (width * 0.84 - gap * (things.length - 1)) / things.length);
  const total = span * things.length + gap * (things.length - 1);
  const ground = mix(palette.sky[2], palette.paper, 0.4);
  return [
    {
      name: "ground",
      subject: false,
      shapes: [
        area(
          rect(-20, -20, width + 40, height + 40),
          radial(
            [width / 2, height / 2],
            Math.max(width, height) * 0.7,
            [0, mix(ground, palette.paper, 0.4)],
            [1, ground],
          ),
          { role: "wash" },
        ),
      ],
    },
    ...things.map((mention, index): Layer => {
      const curled = mention.kind === "cat" && brief.asleep;
      const raw = curled
        ? sleepingCat(scene, mention.color)
        : motifs[mention.kind].draw(scene, mention.color);
      const box = boxOf(raw.filter((shape) => shape.role !== "light").flatMap((shape) => shape.rings));
      const scale =
        span / Math.max(box.right - box.left, (box.bottom - box.top) * (things.length === 1 ? 0.92 : 1));
      const x = width / 2 - total / 2 + span / 2 + index * (span + gap) - aside;
      const flip = scene.cutOut && scene.variant % 2 === 1;
      const placed = moveShapes(raw, {
        x: x - ((flip ? -1 : 1) * scale * (box.left + box.right)) / 2,
        y: height / 2 - (scale * (box.top + box.bottom)) / 2,
        scale,
        flip,
      });
      return {
        name: mention.kind,
        subject: true,
        shapes: flip ? [...stickerRim(placed, size * 0.032), ...placed] : placed,
      };
    }),
    ...(single ? insets(scene) : []),
  ];
}
