import "server-only";
import type { Mention, SubjectKind } from "@/lib/server/offline/painter/brief";
import { mix, shift } from "@/lib/server/offline/painter/color";
import { arc, ellipse, type Point, profile, type Ring, rect } from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, fall, type Layer, linear, moveShapes, type Shape } from "@/lib/server/offline/painter/shape";
import { own } from "@/lib/server/offline/painter/subjects/motif";
import { motifs } from "@/lib/server/offline/painter/subjects/motifs";

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
  const wanted = brief.subjects.filter(({ kind }) => motifs[kind].habitat === "land");
  const all = wanted.flatMap((mention) => Array.from({ length: Math.min(5, mention.count) }, () => mention));
  for (let index = 0; all.length < 4 && index < companions.length; index++) {
    const kind = companions[(index + variant) % companions.length] ?? "pear";
    if (!all.some((mention) => mention.kind === kind)) all.push({ kind, count: 1, color: null });
  }
  const scale = 1.28 * Math.min(1, 5.4 / all.length + 0.2);
  const heightOf = (mention: Mention) => motifs[mention.kind].indoors * size * scale;
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
  const long = item.high * 0.75 + half;
  const away = -scene.light;
  const ring: Point[] = [
    [item.x - away * half * 0.8, item.y - half * 0.1],
    [item.x + away * long, item.y - half * 0.34],
    [item.x + away * long * 1.05, item.y - half * 0.06],
    [item.x + away * half * 0.4, item.y + half * 0.14],
    [item.x - away * half * 0.8, item.y + half * 0.12],
  ];
  const dark = mix(scene.palette.near, scene.palette.ink, 0.3);
  return area(ring, linear([item.x, item.y], [item.x + away * long, item.y], [0, dark, 0.5], [1, dark, 0]), {
    role: "light",
  });
}

/** The wall behind: an arch, a round niche, or the light of a window thrown on it. */
function backdrop(scene: Scene, edge: number): Shape[] {
  const { width, size, palette, light, variant } = scene;
  const wall = mix(mix(palette.sky[1], palette.far, 0.25), palette.paper, scene.time === "night" ? 0 : 0.12);
  const pane = mix(wall, palette.sun, 0.5);
  const lean = size * 0.14 * light;
  const panes: Ring[] = [0, 1].flatMap((column) =>
    [0, 1].map((row): Ring => {
      const x = width * (light === 1 ? 0.16 : 0.5) + column * size * 0.17;
      const y = edge * (0.16 + row * 0.36);
      return [
        [x, y],
        [x + size * 0.15, y - lean * 0.12],
        [x + size * 0.15, y + edge * 0.31],
        [x, y + edge * 0.33],
      ];
    }),
  );
  const center = width * 0.5;
  const arch: Ring = [
    [center - size * 0.36, edge + 10],
    ...arc(center, edge * 0.48, size * 0.36, size * 0.36, 180, 360, 32),
    [center + size * 0.36, edge + 10],
  ];
  const figures: readonly Shape[][] = [
    [area(panes, pane, { role: "light", opacity: 0.55 })],
    [area(arch, fall(0, edge, [0, shift(wall, -0.07, 1.3)], [1, shift(wall, -0.03, 1.2)]), { role: "wash" })],
    [
      area(
        ellipse(center + light * size * 0.1, edge * 0.55, size * 0.33, size * 0.33, 64),
        mix(palette.accent, wall, 0.35),
        { role: "wash" },
      ),
    ],
  ];
  return [
    area(
      rect(-20, -20, width + 40, edge + 60),
      linear(
        [light === 1 ? width : 0, 0],
        [light === 1 ? 0 : width, edge],
        [0, mix(wall, palette.sun, 0.32)],
        [0.5, wall],
        [1, shift(wall, -0.1)],
      ),
      { role: "wash" },
    ),
    ...(figures[(variant + scene.random.fork("backdrop").int(0, 2)) % 3] ?? []),
  ];
}

/** The table with a cloth falling over its edge. */
function table(scene: Scene, edge: number): Shape[] {
  const { width, height, size, palette, light } = scene;
  const top = mix(own(scene, null, [0.62, 0.08, 52]), palette.near, 0.12);
  const front = edge + size * 0.24;
  const cloth = mix(palette.paper, palette.sky[2], 0.3);
  const noise = scene.noise("cloth", 2);
  const side = light === 1 ? 0.06 : 0.44;
  const fallLine: Ring = profile(
    width * side,
    width * (side + 0.5),
    14,
    (x) =>
      front +
      size * 0.13 +
      Math.sin(x / (size * 0.035)) * size * 0.012 +
      noise(x / (size * 0.2)) * size * 0.04,
  );
  const folds: Ring[] = Array.from({ length: 6 }, (_, index): Ring => {
    const x = width * (side + 0.04 + index * 0.078);
    return [
      [x, front],
      [x + size * 0.014, front],
      [x + size * 0.02, front + size * 0.12 + noise(index) * size * 0.03],
      [x + size * 0.006, front + size * 0.1],
    ];
  });
  return [
    area(
      rect(-20, edge, width + 40, front - edge + 2),
      linear(
        [light === 1 ? width : 0, edge],
        [light === 1 ? 0 : width, front],
        [0, mix(shift(top, 0.07), palette.sun, 0.2)],
        [0.6, top],
        [1, shift(top, -0.07)],
      ),
      { role: "wash" },
    ),
    area(
      rect(-20, front, width + 40, height - front + 40),
      fall(front, height, [0, shift(top, -0.15)], [1, shift(top, -0.24)]),
      { role: "wash" },
    ),
    area(rect(-20, front - 2, width + 40, size * 0.012), shift(top, 0.06), { role: "detail", opacity: 0.7 }),
    area(
      [
        [width * (side + 0.06), edge + size * 0.07],
        [width * (side + 0.46), edge + size * 0.07],
        [width * (side + 0.5), front],
        ...fallLine.toReversed(),
        [width * side, front],
      ],
      linear(
        [0, edge],
        [0, front + size * 0.16],
        [0, cloth],
        [0.66, shift(cloth, -0.02)],
        [0.67, shift(cloth, -0.09)],
        [1, shift(cloth, -0.13)],
      ),
    ),
    area(folds, shift(cloth, -0.2), { role: "detail", opacity: 0.4 }),
  ];
}

/** Things on a table against a wall. */
export function stillLife(scene: Scene): Layer[] {
  const edge = scene.height * 0.5 + scene.size * 0.1;
  const items = arrange(scene, edge);
  return [
    { name: "wall", subject: false, shapes: backdrop(scene, edge) },
    { name: "table", subject: false, shapes: table(scene, edge) },
    { name: "shadows", subject: false, shapes: items.map((item) => shadowOf(scene, item)) },
    ...items.map(
      (item, index): Layer => ({
        name: `item${index}`,
        subject: true,
        shapes: moveShapes(motifs[item.mention.kind].draw(scene, item.mention.color), {
          x: item.x,
          y: item.y,
          scale: item.high / 100,
          flip: index % 2 === 1 && scene.light === -1,
        }),
      }),
    ),
  ];
}
