import "server-only";
import { type Lch, mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import {
  area,
  fall,
  glow,
  type Layer,
  moveShapes,
  radial,
  type Shape,
} from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { stars } from "@/lib/offline/painter/shapes/sky";
import { own } from "@/lib/offline/painter/subjects/motif";
import { motifs } from "@/lib/offline/painter/subjects/motifs";

function nebula(scene: Scene): Shape[] {
  const random = scene.random.fork("nebula");
  const { width, height, size, palette } = scene;
  const [top, middle, low] = palette.sky;
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      fall(0, height, [0, mix(top, palette.ink, 0.35)], [0.6, top], [1, mix(top, middle, 0.6)]),
      { role: "wash" },
    ),
    ...Array.from({ length: 9 }, (_, index) => {
      const t = index / 8;
      const x = width * (scene.light === 1 ? t : 1 - t) + random.range(-0.1, 0.1) * size;
      const y = height * (0.78 - t * 0.6) + random.range(-0.12, 0.12) * size;
      return glow(
        x,
        y,
        size * random.range(0.22, 0.46),
        index % 3 === 0 ? shift(low, 0.02, 1.3) : index % 3 === 1 ? shift(middle, 0.06, 1.3) : palette.second,
        0.3,
        random.range(0.5, 0.9),
      );
    }),
  ];
}

/** A globe with drifting bands, its night side turned from the light. */
function globe(scene: Scene, x: number, y: number, radius: number, color: Lch | null): Shape[] {
  const { palette, light } = scene;
  const ground = own(scene, color, [0.66, 0.11, 195], 0.08);
  const disc = ellipse(x, y, radius, radius, 96);
  const noise = scene.noise("bands", 3);
  const band = (share: number, thick: number): Ring => {
    const edge = (offset: number): Point[] =>
      Array.from({ length: 41 }, (_, index): Point => {
        const t = index / 20 - 1;
        return [
          x + t * radius * 1.02,
          y + radius * (share + offset + 0.1 * (1 - t * t)) + noise(t * 3 + share * 9) * radius * 0.045,
        ];
      });
    return [...edge(-thick), ...edge(thick).toReversed()];
  };
  const bands = [-0.78, -0.5, -0.2, 0.02, 0.3, 0.58].map((share, index) =>
    band(share, 0.03 + 0.035 * ((index * 5) % 3)),
  );
  const lit: Point = [x + light * radius * 0.55, y - radius * 0.5];
  return [
    glow(x, y, radius * 1.32, shift(ground, 0.12), 0.75),
    area(
      disc,
      radial(
        lit,
        radius * 1.9,
        [0, mix(shift(ground, 0.13), palette.paper, 0.2)],
        [0.45, ground],
        [1, shift(ground, -0.16)],
      ),
    ),
    area(
      bands.filter((_, index) => index % 2 === 0),
      shift(ground, 0.1, 0.75, 10),
      { role: "detail", opacity: 0.5, clip: [disc] },
    ),
    area(
      bands.filter((_, index) => index % 2 === 1),
      shift(ground, -0.09, 1.1, -16),
      { role: "detail", opacity: 0.55, clip: [disc] },
    ),
    area(
      disc,
      radial(
        lit,
        radius * 1.95,
        [0, palette.ink, 0],
        [0.52, palette.ink, 0],
        [0.78, palette.ink, 0.55],
        [1, palette.ink, 0.88],
      ),
      { role: "detail" },
    ),
    area(
      [
        ...ellipse(x, y, radius, radius, 96),
        ...ellipse(
          x - light * radius * 0.035,
          y + radius * 0.035,
          radius * 0.985,
          radius * 0.985,
          96,
        ).toReversed(),
      ],
      mix(ground, palette.paper, 0.65),
      { role: "light", opacity: 0.55, clip: [disc] },
    ),
  ];
}

/** Deep space: nebula, stars, one large world, a moon, and whoever floats there. */
export function space(scene: Scene): Layer[] {
  const { width, height, size, brief, light, focus, palette } = scene;
  const named = brief.subjects.find(({ kind }) => kind === "planet");
  const others = brief.subjects.filter(
    ({ kind }) => kind !== "planet" && kind !== "star" && kind !== "moon" && kind !== "sun",
  );
  const low = scene.variant % 2 === 0;
  const [x, y, r] = low
    ? [width * (0.5 + light * 0.12), height + size * 0.3, size * 0.72]
    : [width - focus + light * size * 0.05, height * 0.62, size * 0.31];
  const moonAt: Point = [width * (light === 1 ? 0.82 : 0.18), height * 0.2];
  const things = others.flatMap((mention, index): Shape[] => {
    const { draw, height: high } = motifs[mention.kind];
    const scale = (size * Math.max(0.36, high) * 1.1) / 100;
    const shapes: Shape[] = [];
    for (let copy = 0; copy < Math.min(mention.count, 4); copy++) {
      const spotX = focus + (index + copy) * size * 0.25 * light;
      const spotY = height * (low ? 0.55 : 0.6) + copy * size * 0.1 + scale * 12;
      shapes.push(
        ...moveShapes(draw(scene, mention.color), {
          x: spotX,
          y: spotY,
          scale: scale * (copy === 0 ? 1 : 0.6),
          turn: -light * (mention.kind === "rocket" ? -32 : 14),
          flip: light === 1 && mention.kind !== "rocket",
        }),
      );
    }
    return shapes;
  });
  const world = globe(scene, x, y, r, named?.color ?? null);
  const moonDisc = ellipse(moonAt[0], moonAt[1], size * 0.055, size * 0.055, 40);
  const tone = own(scene, null, [0.85, 0.05, 75]);
  return [
    { name: "nebula", subject: false, shapes: nebula(scene) },
    {
      name: "stars",
      subject: false,
      shapes: stars({ ...scene, palette: { ...palette, sun: palette.paper } }, height, 330),
    },
    {
      name: "moon",
      subject: false,
      shapes: [
        area(
          moonDisc,
          radial(
            [moonAt[0] + light * size * 0.02, moonAt[1] - size * 0.02],
            size * 0.1,
            [0, tone],
            [0.5, shift(tone, -0.12)],
            [1, palette.ink],
          ),
        ),
      ],
    },
    { name: "world", subject: others.length === 0, shapes: world },
    { name: "floating", subject: true, shapes: things },
  ];
}
