import "server-only";
import { type Lch, mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, moveShapes, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { form, own } from "@/lib/offline/painter/subjects/motif";
import { vase } from "@/lib/offline/painter/subjects/vessels";

const spines: readonly [Lch, ...Lch[]] = [
  [0.5, 0.13, 28],
  [0.42, 0.07, 250],
  [0.75, 0.11, 82],
  [0.5, 0.07, 160],
  [0.86, 0.04, 85],
  [0.36, 0.05, 300],
  [0.62, 0.11, 50],
];

/** Shelves of books with gaps and leaning volumes; `x` is the middle, `foot` the floor. */
export function bookcase(scene: Scene, x: number, foot: number, width: number, height: number): Shape[] {
  const random = scene.random.fork("books");
  const wood = own(scene, null, [0.46, 0.07, 52]);
  const left = x - width / 2;
  const shelves = 5;
  const step = height / shelves;
  const rows = new Map<number, Ring[]>();
  const shapes: Shape[] = [];
  for (let shelf = 0; shelf < shelves; shelf++) {
    const base = foot - shelf * step - step * 0.09;
    let at = left + width * 0.06;
    const end = left + width * 0.94;
    while (at < end - width * 0.05) {
      if (random.chance(0.1)) {
        at += width * random.range(0.1, 0.22);
        continue;
      }
      const thick = width * random.range(0.032, 0.075);
      const tall = step * random.range(0.55, 0.8);
      const lean = random.chance(0.1) ? step * 0.16 : 0;
      const tone = random.int(0, spines.length - 1);
      if (at + thick + lean > end) break;
      rows.set(tone, [
        ...(rows.get(tone) ?? []),
        [
          [at, base],
          [at + lean, base - tall],
          [at + lean + thick, base - tall],
          [at + thick, base],
        ],
      ]);
      at += thick + lean + width * 0.004;
    }
  }
  for (const [tone, rings] of rows)
    shapes.push(
      area(rings, mix(own(scene, spines[tone] ?? spines[0], [0.5, 0.1, 30]), wood, 0.15), { role: "detail" }),
    );
  return [
    form(scene, rect(left, foot - height - step * 0.06, width, height + step * 0.06), wood),
    area(
      Array.from({ length: shelves }, (_, shelf) =>
        rect(left + width * 0.045, foot - (shelf + 1) * step + step * 0.02, width * 0.91, step * 0.89),
      ),
      shift(wood, -0.17),
      { role: "detail" },
    ),
    ...shapes,
    ...moveShapes(vase(scene, null), { x, y: foot - height - step * 0.06, scale: step * 0.007 }),
  ];
}

/** An oval rug with two borders. */
export function rug(scene: Scene, x: number, y: number, reach: number): Shape[] {
  const wool = own(scene, null, [0.5, 0.11, 25]);
  return [
    area(ellipse(x, y, reach, reach * 0.2, 48), wool),
    area(ellipse(x, y, reach * 0.86, reach * 0.165, 48), mix(wool, scene.palette.paper, 0.6), {
      role: "detail",
    }),
    area(ellipse(x, y, reach * 0.82, reach * 0.155, 48), shift(wool, -0.05), { role: "detail" }),
    area(ellipse(x, y, reach * 0.46, reach * 0.085, 40), mix(wool, scene.palette.second, 0.6), {
      role: "detail",
    }),
  ];
}
