import "server-only";
import { type Hex, mix, shift } from "@/lib/server/offline/painter/color";
import {
  arc,
  ellipse,
  type Point,
  profile,
  type Ring,
  rect,
  smooth,
  under,
} from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, fall, type Layer, line, linear, type Shape } from "@/lib/server/offline/painter/shape";

type Inks = readonly [Hex, ...Hex[]];

function inksOf(scene: Scene): Inks {
  const { palette } = scene;
  const night = scene.time === "night";
  return [
    palette.accent,
    palette.second,
    palette.near,
    mix(palette.sky[1], palette.sky[0], 0.3),
    palette.sky[2],
    mix(palette.far, palette.accent, 0.2),
    night ? palette.lamp : mix(palette.near, palette.far, 0.5),
  ];
}

/** Quarter circles, discs, leaves and bars on a grid. */
export function quilt(scene: Scene, cells: number): Shape[] {
  const random = scene.random.fork("quilt");
  const { width, height, palette } = scene;
  const cell = Math.min(width, height) / cells;
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const [cw, ch] = [width / columns, height / rows];
  const inks = [...inksOf(scene), palette.paper] as const;
  const shapes: Shape[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * cw, row * ch];
      const ground = inks[random.int(0, inks.length - 1)] ?? inks[0];
      let ink = inks[random.int(0, inks.length - 1)] ?? inks[0];
      if (ink === ground) ink = palette.paper === ground ? palette.near : palette.paper;
      const [cx, cy] = random.pick<Point>([
        [x, y],
        [x + cw, y],
        [x, y + ch],
        [x + cw, y + ch],
      ]);
      const start = cx === x ? (cy === y ? 0 : 270) : cy === y ? 90 : 180;
      const fan = (share: number): Ring => [
        [cx, cy],
        ...arc(cx, cy, cw * share, ch * share, start, start + 90, 20),
      ];
      shapes.push(area(rect(x, y, cw + 0.6, ch + 0.6), ground, { role: "wash" }));
      const third = inks[(random.int(0, inks.length - 1) + 1) % inks.length] ?? inks[0];
      switch (random.int(0, 6)) {
        case 0:
          shapes.push(area(fan(1), ink));
          break;
        case 1:
          shapes.push(area(fan(1), ink), area(fan(0.66), third), area(fan(0.33), ground));
          break;
        case 2:
          shapes.push(area(ellipse(x + cw / 2, y + ch / 2, cw * 0.4, ch * 0.4, 40), ink));
          break;
        case 3:
          shapes.push(
            area([...arc(x, y + ch, cw, ch, 270, 360, 20), ...arc(x + cw, y, cw, ch, 90, 180, 20)], ink),
          );
          break;
        case 4:
          shapes.push(
            area(
              [0, 1, 2].map((bar) => rect(x, y + (ch * (bar * 2 + 0.5)) / 6, cw, ch / 6)),
              ink,
            ),
          );
          break;
        case 5:
          shapes.push(
            area(
              [
                [x, y + ch],
                [x + cw, y + ch],
                [cx === x ? x : x + cw, y],
              ],
              ink,
            ),
          );
          break;
        default:
          shapes.push(
            area(arc(x + cw / 2, y + ch, cw / 2, ch / 2, 180, 360, 24), ink),
            area(arc(x + cw / 2, y + ch / 2, cw / 2, ch / 2, 180, 360, 24), third),
          );
      }
    }
  }
  return shapes;
}

/** Discs, bars and arcs in balance round one large circle. */
function constellation(scene: Scene): Shape[] {
  const random = scene.random.fork("constellation");
  const { width, height, size, palette, light } = scene;
  const inks = inksOf(scene);
  const [x, y] = [width * (0.5 + light * 0.1), height * 0.42];
  const tilt = (-24 * light * Math.PI) / 180;
  const beam = (offset: number, long: number, thick: number, along = 0): Ring => {
    const [dx, dy] = [Math.cos(tilt), Math.sin(tilt)];
    const [cx, cy] = [x - dy * offset + dx * along, y + dx * offset + dy * along];
    const spot = (a: number, b: number): Point => [cx + dx * a - dy * b, cy + dy * a + dx * b];
    return [spot(-long, -thick), spot(long, -thick), spot(long, thick), spot(-long, thick)];
  };
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      linear(
        [0, 0],
        [width, height],
        [0, mix(palette.paper, palette.sky[2], 0.35)],
        [1, mix(palette.paper, palette.sky[2], 0.75)],
      ),
      { role: "wash" },
    ),
    area(
      ellipse(x, y, size * 0.29, size * 0.29, 80),
      linear(
        [x - size * 0.3, y - size * 0.3],
        [x + size * 0.3, y + size * 0.3],
        [0, shift(palette.accent, 0.05)],
        [1, shift(palette.accent, -0.09, 1, -14)],
      ),
    ),
    area(beam(size * 0.16, size * 0.46, size * 0.024, size * 0.05), palette.near),
    area(beam(-size * 0.07, size * 0.32, size * 0.055, -size * 0.22), palette.second, { opacity: 0.9 }),
    area(beam(size * 0.3, size * 0.2, size * 0.012, -size * 0.12), palette.accent),
    area(
      [
        beam(size * 0.355, size * 0.3, size * 0.005, 0),
        beam(size * 0.375, size * 0.24, size * 0.005, size * 0.06),
      ],
      palette.ink,
    ),
    area(
      ellipse(x - light * size * 0.27, y + size * 0.3, size * 0.13, size * 0.13, 60),
      mix(palette.sky[0], palette.near, 0.25),
      { opacity: 0.93 },
    ),
    area(ellipse(x - light * size * 0.27, y + size * 0.3, size * 0.06, size * 0.06, 48), palette.paper),
    area(
      [
        [x + light * size * 0.14, y + size * 0.48],
        [x + light * size * 0.42, y + size * 0.44],
        [x + light * size * 0.3, y + size * 0.16],
      ],
      mix(palette.far, palette.second, 0.3),
      { opacity: 0.9 },
    ),
    line(
      [[...arc(x, y, size * 0.37, size * 0.37, light === 1 ? 190 : -10 - 100, light === 1 ? 290 : -10, 40)]],
      palette.ink,
      size * 0.004,
      { role: "mass" },
    ),
    area(
      Array.from({ length: 7 }, (_, index) =>
        ellipse(
          x + light * size * (0.3 + (index % 3) * 0.045),
          y - size * (0.36 - Math.floor(index / 3) * 0.045),
          size * 0.011,
          size * 0.011,
          14,
        ),
      ),
      palette.ink,
      { role: "detail" },
    ),
    ...Array.from({ length: 3 }, (_, index) =>
      area(
        ellipse(
          random.range(0.1, 0.9) * width,
          random.range(0.75, 0.94) * height,
          size * (0.015 + 0.012 * index),
          size * (0.015 + 0.012 * index),
          30,
        ),
        inks[index] ?? inks[0],
      ),
    ),
  ];
}

/** Bands that flow across the sheet one below the other, under a disc. */
function currents(scene: Scene): Shape[] {
  const { width, height, size, palette, sun } = scene;
  const inks = inksOf(scene);
  const bands = Array.from({ length: 9 }, (_, index) => {
    const noise = scene.noise(`band${index >> 1}`, 2);
    const base = height * (0.26 + index * 0.085);
    const edge = profile(
      -20,
      width + 20,
      10,
      (x) =>
        base +
        noise(x / (size * 0.55)) * size * 0.1 +
        Math.sin(x / (size * 0.21) + index * 0.7) * size * 0.022,
    );
    const color = inks[(index * 3 + 1) % inks.length] ?? inks[0];
    return area(
      under(edge, height + 40),
      fall(base - size * 0.1, base + size * 0.2, [0, shift(color, 0.03)], [1, shift(color, -0.05)]),
    );
  });
  return [
    area(rect(-20, -20, width + 40, height + 40), mix(palette.paper, palette.sky[2], 0.5), { role: "wash" }),
    area(ellipse(sun.x, height * 0.24, size * 0.13, size * 0.13, 64), palette.accent),
    ...bands,
  ];
}

/** Stones in balance before arches. */
function arches(scene: Scene): Shape[] {
  const random = scene.random.fork("arches");
  const { width, height, size, palette, light } = scene;
  const inks = inksOf(scene);
  const foot = height * 0.82;
  const arch = (x: number, r: number, count: number, from: number): Shape[] =>
    Array.from({ length: count }, (_, index) => {
      const radius = r * (1 - index / (count + 0.6));
      return area(
        [[x - radius, foot], ...arc(x, foot - r * 0.7, radius, radius, 180, 360, 36), [x + radius, foot]],
        inks[(index + from) % inks.length] ?? inks[0],
      );
    });
  const stone = (x: number, y: number, rx: number, ry: number): Ring =>
    smooth(
      Array.from({ length: 8 }, (_, index): Point => {
        const angle = (index / 8) * Math.PI * 2;
        return [
          x + Math.cos(angle) * rx * random.range(0.9, 1.08),
          y + Math.sin(angle) * ry * random.range(0.9, 1.08),
        ];
      }),
      true,
      8,
    );
  const x = width * (0.5 - light * 0.26);
  return [
    area(
      rect(-20, -20, width + 40, height + 40),
      fall(
        0,
        height,
        [0, mix(palette.paper, palette.sky[2], 0.35)],
        [1, mix(palette.paper, palette.sky[1], 0.4)],
      ),
      { role: "wash" },
    ),
    area(ellipse(width * (0.5 - light * 0.2), height * 0.24, size * 0.105, size * 0.105, 56), palette.accent),
    ...arch(width * (0.5 + light * 0.14), size * 0.37, 5, 1),
    ...arch(width * (0.5 - light * 0.22), size * 0.2, 3, 3),
    area(rect(-20, foot, width + 40, height), palette.near, { role: "wash" }),
    ...[
      [0, 0.05, 0.14, 0.055],
      [0.015, -0.045, 0.105, 0.046],
      [-0.01, -0.122, 0.07, 0.036],
      [0.006, -0.18, 0.04, 0.025],
    ].map(([dx = 0, dy = 0, rx = 0, ry = 0], index) =>
      area(
        stone(x + light * size * 0.24 + dx * size, foot + dy * size + size * 0.02, rx * size, ry * size),
        index % 2 === 0 ? mix(inks[4] ?? palette.paper, palette.paper, 0.3) : palette.second,
      ),
    ),
  ];
}

const manners = [constellation, (scene: Scene) => quilt(scene, 4), currents, arches] as const;

/** A composition of pure form; each variant in another manner. */
export function abstract(scene: Scene): Layer[] {
  const shapes = (manners[scene.variant % manners.length] ?? constellation)(scene);
  const half = Math.ceil(shapes.length / 3);
  return [0, 1, 2].map(
    (part): Layer => ({
      name: `form${part}`,
      subject: false,
      shapes: shapes.slice(part * half, (part + 1) * half),
    }),
  );
}
