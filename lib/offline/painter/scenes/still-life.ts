import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { ellipse } from "@/lib/offline/painter/draw/geometry";
import { area, type Layer, linear, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { flower } from "@/lib/offline/painter/subjects/botany";
import { isTerrestrial, motifs } from "@/lib/offline/painter/subjects/motifs";
import type { Mention, SubjectKind } from "@/lib/offline/painter/words/brief";
import { backdrop, table } from "./table-top";

type Item = { mention: Mention; high: number; x: number; y: number };

/** Half the width of a thing beside its height. */
const girth: Partial<Record<SubjectKind, number>> = {
  apple: 0.46,
  pear: 0.38,
  lemon: 0.62,
  orange: 0.46,
  bottle: 0.17,
  vase: 0.36,
  cup: 0.6,
  book: 0.58,
  flower: 0.45,
  lamp: 0.25,
  plant: 0.55,
  fish: 0.95,
  cat: 0.5,
};
const companions: readonly SubjectKind[] = ["vase", "pear", "bottle", "lemon", "cup", "apple"];

/** Tall things behind, small ones in front, tops and feet on a loose triangle. */
function arrange(scene: Scene, edge: number): Item[] {
  const { brief, size, width, variant } = scene;
  const random = scene.random.fork("arrange");
  // Flowers belong in a vase: they are drawn with it.
  const wanted = brief.subjects.filter(({ kind }) => isTerrestrial(kind) && kind !== "flower");
  if (
    wanted.length < brief.subjects.length &&
    !wanted.some(({ kind }) => kind === "vase") &&
    brief.subjects.some(({ kind }) => kind === "flower")
  )
    wanted.push({ kind: "vase", count: 1, color: null });
  const all = wanted.flatMap((mention) => Array.from({ length: Math.min(5, mention.count) }, () => mention));
  for (let index = 0; all.length < 4 && index < companions.length; index++) {
    const kind = companions[(index + variant) % companions.length] ?? "pear";
    if (!all.some((mention) => mention.kind === kind)) all.push({ kind, count: 1, color: null });
  }
  const scale = 1.28 * Math.min(1, 5.4 / all.length + 0.2);
  const bunch = brief.subjects.some(({ kind }) => kind === "flower");
  const heightOf = (mention: Mention) =>
    motifs[mention.kind].indoors * size * scale * (bunch && mention.kind === "vase" ? 0.62 : 1);
  const tall = all.filter((mention) => motifs[mention.kind].indoors >= 0.3);
  const low = all.filter((mention) => motifs[mention.kind].indoors < 0.3);
  const center = width * (0.5 + scene.light * -0.035);
  const items: Item[] = [];
  const lay = (list: readonly Mention[], y: number, gap: number, offset: number) => {
    const widths = list.map((mention) => heightOf(mention) * (girth[mention.kind] ?? 0.4) * 2 * gap);
    let x = center + offset - widths.reduce((sum, value) => sum + value, 0) / 2;
    for (const [index, mention] of list.entries()) {
      const own = widths[index] ?? 0;
      items.push({
        mention,
        high: heightOf(mention) * random.range(0.94, 1.06),
        x: x + own / 2,
        y: y + random.range(-0.012, 0.02) * size,
      });
      x += own;
    }
  };
  lay(tall, edge + size * 0.06, 1.3, scene.light * size * (low.length > 0 ? 0.07 : 0));
  lay(low, edge + size * 0.13, 1.02, -scene.light * size * (tall.length > 0 ? 0.1 : 0));
  return items.toSorted((a, b) => a.y - b.y);
}

function shadowOf(scene: Scene, item: Item): Shape {
  const half = item.high * (girth[item.mention.kind] ?? 0.4);
  const long = item.high * 0.42 + half;
  const x = item.x - scene.light * long * 0.55;
  const dark = mix(scene.palette.near, scene.palette.ink, 0.4);
  return area(
    ellipse(x, item.y - half * 0.06, long, half * 0.24, 36, scene.light * 3),
    linear(
      [x + scene.light * long, item.y],
      [x - scene.light * long, item.y],
      [0, dark, 0.55],
      [0.45, dark, 0.4],
      [1, dark, 0],
    ),
    { role: "light" },
  );
}

/** Things on a table against a wall. */
export function stillLife(scene: Scene): Layer[] {
  const edge = scene.height * 0.5 + scene.size * 0.1;
  const items = arrange(scene, edge);
  const bouquet = scene.brief.subjects.find(({ kind }) => kind === "flower");
  return [
    { name: "wall", subject: false, shapes: backdrop(scene, edge) },
    { name: "table", subject: false, shapes: table(scene, edge) },
    { name: "shadows", subject: false, shapes: items.map((item) => shadowOf(scene, item)) },
    ...items.map(
      (item, index): Layer => ({
        name: `item${index}`,
        subject: true,
        shapes: [
          ...(item.mention.kind === "vase" && bouquet !== undefined
            ? moveShapes(flower(scene, bouquet.color), {
                x: item.x,
                y: item.y - item.high * 0.94,
                scale: item.high * 0.0092,
              })
            : []),
          ...moveShapes(motifs[item.mention.kind].draw(scene, item.mention.color), {
            x: item.x,
            y: item.y,
            scale: item.high / 100,
            flip: index % 2 === 1 && scene.light === -1,
          }),
        ],
      }),
    ),
  ];
}
