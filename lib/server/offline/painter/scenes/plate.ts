import "server-only";
import { mix } from "@/lib/server/offline/painter/color";
import { boxOf, rect } from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, type Layer, moveShapes, radial } from "@/lib/server/offline/painter/shape";
import { sleepingCat } from "@/lib/server/offline/painter/subjects/cat";
import { motifs } from "@/lib/server/offline/painter/subjects/motifs";

/** The named things alone, large and centred, as a specimen plate or a cut-out. */
export function plate(scene: Scene): Layer[] {
  const { width, height, size, brief, palette } = scene;
  const things = brief.subjects.slice(0, 4);
  const gap = size * 0.05;
  const span =
    things.length === 1
      ? size * 0.62
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
      const x = width / 2 - total / 2 + span / 2 + index * (span + gap);
      return {
        name: mention.kind,
        subject: true,
        shapes: moveShapes(raw, {
          x: x - (scale * (box.left + box.right)) / 2,
          y: height / 2 - (scale * (box.top + box.bottom)) / 2,
          scale,
        }),
      };
    }),
  ];
}
