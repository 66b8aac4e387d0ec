import "server-only";
import { type Hex, mix, shift } from "@/lib/offline/painter/color/color";
import { type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import type { Random } from "@/lib/offline/painter/draw/seed";
import { area, fall, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

type Block = { x: number; width: number; height: number };

type Crown = (block: Block, y: number) => readonly Ring[];

/** What may stand on a roof. `y` is the roof. */
const crowns: readonly [Crown, ...Crown[]] = [
  () => [],
  () => [],
  ({ x, width }, y) => [rect(x + width * 0.2, y - width * 0.22, width * 0.6, width * 0.24)],
  ({ x, width }, y) => [
    rect(x + width * 0.14, y - width * 0.3, width * 0.72, width * 0.32),
    rect(x + width * 0.3, y - width * 0.58, width * 0.4, width * 0.3),
    rect(x + width * 0.48, y - width * 1.25, width * 0.04, width * 0.7),
  ],
  ({ x, width }, y) => [
    [
      [x, y + 1],
      [x, y - width * 0.1],
      [x + width, y - width * 0.5],
      [x + width, y + 1],
    ],
  ],
  ({ x, width }, y) => [
    [
      [x + width * 0.08, y + 1],
      [x + width * 0.5, y - width * 1.05],
      [x + width * 0.92, y + 1],
    ],
  ],
  ({ x, width }, y) => [
    rect(x + width * 0.46, y - width * 0.75, width * 0.05, width * 0.78),
    rect(x + width * 0.62, y - width * 0.4, width * 0.04, width * 0.42),
  ],
  ({ x, width }, y) => [
    rect(x + width * 0.18, y - width * 0.42, width * 0.34, width * 0.24),
    [
      [x + width * 0.15, y - width * 0.42],
      [x + width * 0.35, y - width * 0.58],
      [x + width * 0.55, y - width * 0.42],
    ],
    rect(x + width * 0.22, y - width * 0.2, width * 0.03, width * 0.22),
    rect(x + width * 0.45, y - width * 0.2, width * 0.03, width * 0.22),
  ],
];

function blocks(
  random: Random,
  from: number,
  to: number,
  wide: number,
  height: (x: number) => number,
): Block[] {
  const list: Block[] = [];
  for (let x = from; x < to; ) {
    const width = wide * random.range(0.55, 1.25);
    list.push({ x, width, height: height(x + width / 2) * random.range(0.55, 1.15) });
    x += width * random.range(0.86, 1.08);
  }
  return list;
}

/** A grid of windows; returns those that are lit and those that are not. */
export function windows(
  random: Random,
  block: Block,
  top: number,
  foot: number,
  cell: number,
  litShare: number,
): { lit: Ring[]; unlit: Ring[] } {
  const lit: Ring[] = [];
  const unlit: Ring[] = [];
  const columns = Math.max(1, Math.floor((block.width - cell * 0.6) / cell));
  const pad = (block.width - columns * cell) / 2;
  const rows = Math.floor((foot - top - cell * 0.8) / (cell * 1.5));
  const tall = random.chance(0.4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = block.x + pad + column * cell + cell * 0.22;
      const y = top + cell * 0.8 + row * cell * 1.5;
      const ring = rect(x, y, cell * 0.56, cell * (tall ? 1.05 : 0.72));
      if (random.chance(litShare)) lit.push(ring);
      else unlit.push(ring);
    }
  }
  return { lit, unlit };
}

/** One row of buildings standing on `foot`. */
export function row(
  scene: Scene,
  name: string,
  foot: number,
  tall: number,
  wide: number,
  depth: number,
  glass: boolean,
  from = -20,
  to = scene.width + 20,
): Shape[] {
  const random = scene.random.fork(name);
  const { palette, size, width, light } = scene;
  const noise = scene.noise(name, 3);
  const list = blocks(
    random,
    from,
    to,
    wide,
    (x) =>
      tall *
      (0.62 + 0.5 * noise(x / (size * 0.3)) + 0.34 * Math.exp(-(((x - scene.focus) / (width * 0.22)) ** 2))),
  );
  const night = scene.time === "night";
  const late = night || scene.time === "dusk" || scene.brief.weather === "rain";
  const bare = mix(
    palette.land(depth, "steel"),
    palette.land(depth, "plaster", -0.12),
    scene.variant % 2 === 0 ? 0.25 : 0.55,
  );
  // A city's own light keeps its night from going black.
  const stoneColor = night ? mix(shift(bare, 0.03), palette.sky[2], 0.12 + (1 - depth) * 0.3) : bare;
  const tones = [
    stoneColor,
    shift(mix(stoneColor, palette.land(depth, "brick"), 0.35), -0.02),
    shift(stoneColor, -0.04),
  ] as const;
  const shapes: Shape[] = [];
  for (const [tone, color] of tones.entries()) {
    const own = list.filter((_, index) => index % tones.length === tone);
    const paint = fall(
      foot - tall * 1.4,
      foot,
      [0, color],
      [0.55, mix(color, palette.sky[2], (1 - depth) * 0.12)],
      [1, mix(color, palette.sky[2], (1 - depth) * 0.5)],
    );
    shapes.push(
      area(
        own.flatMap((block) => [
          rect(block.x, foot - block.height, block.width, block.height + 2),
          ...random.pick(crowns)(block, foot - block.height),
        ]),
        paint,
      ),
    );
    shapes.push(
      area(
        own.map((block) =>
          rect(
            light === 1 ? block.x : block.x + block.width * 0.66,
            foot - block.height,
            block.width * 0.34,
            block.height + 2,
          ),
        ),
        shift(color, -0.05),
        { role: "detail", opacity: 0.45 },
      ),
    );
  }
  if (glass) {
    const cell = size * (0.009 + depth * 0.006);
    const panes = list.map((block) =>
      windows(random, block, foot - block.height, foot, cell, night ? 0.42 : late ? 0.26 : 0.06),
    );
    const dim: Hex = night ? shift(stoneColor, 0.05) : shift(stoneColor, -0.1);
    shapes.push(
      area(
        panes.flatMap((pane) => pane.unlit),
        dim,
        { role: "detail", opacity: night ? 0.3 : 0.42 },
      ),
    );
    const lit = panes.flatMap((pane) => pane.lit);
    if (late) {
      shapes.push(
        area(
          lit.filter((_, index) => index % 5 !== 0),
          palette.lamp,
          { role: "detail", opacity: 0.62 + depth * 0.33 },
        ),
      );
      shapes.push(
        area(
          lit.filter((_, index) => index % 5 === 0),
          mix(palette.accent, palette.paper, 0.3),
          { role: "detail", opacity: 0.8 },
        ),
      );
    } else shapes.push(area(lit, mix(palette.sky[2], palette.paper, 0.5), { role: "detail", opacity: 0.8 }));
  }
  return shapes;
}
