import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Layer, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { ridge } from "@/lib/offline/painter/shapes/ridge";
import { leaf } from "@/lib/offline/painter/subjects/botany";
import { bust } from "@/lib/offline/painter/subjects/bust";
import { motifs } from "@/lib/offline/painter/subjects/motifs";

/** Leaves crowding in from both sides. */
function foliage(scene: Scene): Shape[] {
  const random = scene.random.fork("foliage");
  const { width, height, size } = scene;
  const reach = Math.min(width / 2, size * 0.58);
  return Array.from({ length: 12 }, (_, index) => {
    const left = index % 2 === 0;
    const y = height * (0.2 + index * 0.072);
    const x = width / 2 + (left ? -1 : 1) * (reach - random.range(-0.04, 0.12) * size);
    return moveShapes(leaf(scene, [0.42 + 0.03 * (index % 4), 0.08, 150 + 14 * (index % 3)]), {
      x,
      y,
      scale: (size * random.range(0.24, 0.36)) / 100,
      turn: (left ? 1 : -1) * random.range(25, 75),
    });
  }).flat();
}

/** Where head and shoulders stand: cut by the lower edge, with air above the hair. */
function bustPlace({ width, height }: Scene): { scale: number; y: number } {
  const scale = Math.min(height / 372, width / 290);
  return { scale, y: height - 88 * scale };
}

/** The ground behind a head: a disc of sun, leaves, or hills. */
function ground(scene: Scene): Shape[] {
  const { width, height, size, palette, variant, light } = scene;
  const [top, middle, low] = palette.sky;
  const place = bustPlace(scene);
  const face = place.y - place.scale * 150;
  const wall = area(
    rect(-20, -20, width + 40, height + 40),
    fall(0, height, [0, mix(top, middle, 0.4)], [1, middle]),
    { role: "wash" },
  );
  const disc = area(
    ellipse(width / 2 + light * size * 0.1, face, size * 0.36, size * 0.36, 72),
    fall(
      face - size * 0.36,
      face + size * 0.36,
      [0, mix(palette.accent, palette.sun, 0.25)],
      [1, mix(palette.accent, low, 0.5)],
    ),
    { role: "mass" },
  );
  switch (variant % 3) {
    case 0:
      return [
        wall,
        disc,
        area(ellipse(width / 2 + light * size * 0.1, face, size * 0.42, size * 0.42, 72), shift(low, 0.02), {
          role: "light",
          opacity: 0.22,
        }),
      ];
    case 1:
      return [
        wall,
        area(ellipse(width / 2, face, size * 0.36, size * 0.36, 72), mix(low, palette.paper, 0.3), {
          role: "mass",
        }),
        ...foliage(scene),
      ];
    default:
      return [
        wall,
        disc,
        ...ridge(scene, "behind", height * 0.62, size * 0.06, 0.3, "rock", 0.4),
        ...ridge(scene, "behind2", height * 0.72, size * 0.05, 0.55, "pine", 0.6),
      ];
  }
}

/** A head-and-shoulders portrait; of an animal, if the prompt names one and no person. */
export function portrait(scene: Scene): Layer[] {
  const { width, height, size, brief, light } = scene;
  const animal = brief.subjects.find(({ kind }) =>
    ["cat", "dog", "fox", "horse", "deer", "owl", "rabbit", "bear", "bird"].includes(kind),
  );
  const person = brief.subjects.some(({ kind }) => kind === "person" || kind === "astronaut");
  const { scale, y } = bustPlace(scene);
  const sitter =
    animal === undefined || person
      ? moveShapes(bust(scene), { x: width * (0.5 - light * 0.03), y, scale, flip: light === -1 })
      : moveShapes(motifs[animal.kind].draw(scene, animal.color), {
          x: width * 0.46,
          y: height * 1.14,
          scale: size * 0.0094,
        });
  return [
    { name: "ground", subject: false, shapes: ground(scene) },
    { name: "sitter", subject: true, shapes: sitter },
  ];
}
