import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { bloom, leaf } from "@/lib/offline/painter/subjects/botany";
import { own } from "@/lib/offline/painter/subjects/motif";
import { motifs } from "@/lib/offline/painter/subjects/motifs";
import type { Mention } from "@/lib/offline/painter/words/brief";
import { quilt } from "./quilt";

/** A thing as a cloth shows it, with every other corner left out of its longer outlines: it is small. */
function motif(scene: Scene, mention: Mention): Shape[] {
  const drawn =
    mention.kind === "flower"
      ? bloom(scene, 0, -50, 50, own(scene, mention.color, [0.68, 0.17, 20]), 7)
      : motifs[mention.kind].draw(scene, mention.color);
  const thin = (ring: Ring): Ring => (ring.length < 16 ? ring : ring.filter((_, index) => index % 2 === 0));
  return drawn.map((shape) => ({ ...shape, rings: shape.rings.map(thin) }));
}

/** A repeating cloth: named things in half-drop rows with sprigs between, or a geometric quilt. */
export function pattern(scene: Scene): Layer[] {
  const { width, height, size, palette, brief, variant } = scene;
  const things = brief.subjects;
  if (things.length === 0)
    return [{ name: "quilt", subject: false, shapes: quilt(scene, variant % 2 === 0 ? 6 : 5) }];
  const dark = variant % 2 === 1;
  const ground = dark ? mix(palette.near, palette.sky[0], 0.25) : mix(palette.paper, palette.sky[2], 0.35);
  const columns = Math.max(3, Math.round(width / (size * 0.27)));
  const cell = width / columns;
  const rows = Math.ceil(height / cell);
  const shapes: Shape[] = [];
  for (let column = -1; column <= columns; column++) {
    for (let row = -1; row <= rows; row++) {
      const mention = things[(column + row + columns) % things.length];
      if (mention === undefined) continue;
      const x = (column + 0.5) * cell;
      const y = (row + 0.5 + (column % 2 === 0 ? 0 : 0.5)) * cell;
      const wide = ["bird", "bicycle", "car", "fish", "bear", "book", "lemon", "cup"].includes(mention.kind)
        ? 0.62
        : 1;
      shapes.push(
        ...moveShapes(motif(scene, mention), {
          x,
          y: y + cell * 0.28 * wide,
          scale: cell * (mention.kind === "flower" ? 0.0078 : 0.0064) * wide,
          flip: (column + row) % 2 === 0,
          turn: (((row * 7 + column * 3) % 3) - 1) * 8,
        }),
      );
      shapes.push(
        area(ellipse(x + cell * 0.5, y, cell * 0.028, cell * 0.028, 16), palette.accent, { role: "mass" }),
      );
      shapes.push(
        ...moveShapes(leaf(scene, dark ? [0.7, 0.07, 150] : [0.6, 0.08, 150]), {
          x: x + cell * 0.43,
          y: y + cell * 0.16,
          scale: cell * 0.0026,
          turn: -40,
        }),
      );
    }
  }
  return [
    {
      name: "cloth",
      subject: false,
      shapes: [area(rect(-20, -20, width + 40, height + 40), ground, { role: "wash" })],
    },
    { name: "repeat", subject: true, shapes },
  ];
}
