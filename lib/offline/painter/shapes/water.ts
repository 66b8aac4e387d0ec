import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { type Point, profile, type Ring, rect, sliver, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, type Paint, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** The colours of water, far and near. */
export function waterTones(scene: Scene) {
  const { palette } = scene;
  const far = mix(mix(palette.sky[2], palette.sky[1], 0.35), palette.land(0.35, "water"), 0.42);
  return { far, near: mix(palette.land(0.9, "water"), palette.near, 0.35) };
}

/** The plain surface from `top` to `bottom`. */
export function surface(scene: Scene, top: number, bottom: number): Shape[] {
  const { far, near } = waterTones(scene);
  return [
    area(
      rect(-20, top, scene.width + 40, bottom - top + 20),
      fall(top, bottom, [0, far], [0.45, mix(far, near, 0.55)], [1, near]),
      { role: "wash" },
    ),
  ];
}

/** Ripples: dark and light slivers, wider and further apart towards the viewer. */
export function ripples(scene: Scene, top: number, bottom: number, count = 80): Shape[] {
  const random = scene.random.fork(`ripples${Math.round(top)}`);
  const { far, near } = waterTones(scene);
  const row = (amount: number): Ring[] =>
    Array.from({ length: Math.round(amount * scene.detail) }, () => {
      const t = random.next() ** 1.7;
      return sliver(
        random.range(-0.05, 1.05) * scene.width,
        top + 3 + t * (bottom - top),
        scene.size * (0.02 + t * 0.2) * random.range(0.6, 1.3),
        scene.size * (0.0012 + t * 0.0065),
      );
    });
  return [
    area(row(count), shift(near, -0.03), { role: "detail", opacity: 0.35 }),
    area(row(count * 0.8), mix(far, scene.palette.paper, 0.35), { role: "detail", opacity: 0.34 }),
  ];
}

/** The broken path of light under sun, moon or lamp. */
export function glitter(
  scene: Scene,
  x: number,
  top: number,
  bottom: number,
  color: string,
  spread: number,
  count = 64,
): Shape[] {
  const random = scene.random.fork(`glitter${Math.round(x)}`);
  const lights: Ring[] = Array.from({ length: Math.round(count * scene.detail) }, () => {
    const t = random.next() ** 1.3;
    const reach = spread * (0.25 + t * 0.85);
    const off = (random.next() + random.next() - 1) * reach;
    return sliver(
      x + off,
      top + 2 + t * (bottom - top),
      (scene.size * (0.012 + t * 0.055) * random.range(0.5, 1.4)) / (1 + Math.abs(off) / spread),
      scene.size * (0.0016 + t * 0.0048),
    );
  });
  return [area(lights, color, { role: "detail", opacity: 0.8 })];
}

function reflectPaint(paint: Paint | null, line: number, squash: number): Paint | null {
  if (paint === null || paint.kind === "solid") return paint;
  const turn = ([x, y]: Point): Point => [x, line + (line - y) * squash];
  return paint.kind === "linear"
    ? { ...paint, from: turn(paint.from), to: turn(paint.to) }
    : { ...paint, center: turn(paint.center) };
}

/** What stands above the water line, seen in it: upside down, shorter, fainter and trembling. */
export function reflection(
  scene: Scene,
  shapes: readonly Shape[],
  waterline: number,
  opacity: number,
  squash = 0.8,
): Shape[] {
  const tremble = scene.noise("tremble", 2);
  return shapes
    .filter((shape) => shape.role !== "wash" && shape.role !== "spark" && shape.clip === null)
    .map((shape) => ({
      ...shape,
      role: shape.role === "mass" ? "detail" : shape.role,
      opacity: shape.opacity * opacity,
      fill: reflectPaint(shape.fill, waterline, squash),
      rings: shape.rings
        .filter((ring) => ring.some(([, y]) => y < waterline))
        .map((ring) =>
          ring.map(([x, y]): Point => {
            const down = Math.max(0, waterline - y) * squash;
            return [
              x +
                tremble((waterline + down) / (scene.size * 0.012)) *
                  Math.min(down * 0.06, scene.size * 0.007),
              waterline + down,
            ];
          }),
        ),
    }));
}

/** Swell: rows of crests, small at the horizon, tall and foaming close by when it storms. */
export function swell(scene: Scene, top: number, bottom: number, rows: number, force: number): Shape[][] {
  const { far, near } = waterTones(scene);
  const { size, width, palette } = scene;
  return Array.from({ length: rows }, (_, row) => {
    const t = (row + 1) / rows;
    const base = top + (bottom - top) * t ** 1.5 * 0.94;
    const noise = scene.noise(`swell${row}`, 2);
    const length = size * (0.06 + t * 0.3);
    const high = size * (0.005 + t * 0.062) * force;
    const crest = (x: number) => {
      const wave = Math.sin(x / length + noise(x / (length * 3)) * 2.4 + row * 2.1);
      // Raising the sine sharpens crests and widens troughs, as gravity waves have them.
      return base - ((wave + 1) / 2) ** 1.9 * high + noise(x / (length * 5) + 9) * high * 0.5;
    };
    const color = mix(far, near, t);
    const edge = profile(-20, width + 20, Math.max(4, length * 0.08), crest);
    const foam: Ring = [
      ...edge,
      ...edge
        .map(
          ([x, y]): Point => [
            x,
            y +
              Math.max(0, (base - y) / high - 0.42) ** 1.4 *
                high *
                0.5 *
                (1 + noise(x / (length * 0.13)) * 0.85),
          ],
        )
        .toReversed(),
    ];
    return [
      area(
        under(edge, bottom + 40),
        fall(
          base - high,
          base + high * 2 + 10,
          [0, mix(color, palette.sky[2], 0.46)],
          [0.3, mix(color, palette.sky[2], 0.1)],
          [1, shift(color, -0.085)],
        ),
      ),
      area(foam, mix(palette.paper, palette.sky[2], 0.35), {
        role: "detail",
        opacity: force > 1 ? 0.75 : 0.3 + t * 0.25,
      }),
    ];
  });
}
