import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Point, profile, type Ring, smooth, under } from "@/lib/offline/painter/draw/geometry";
import { area, fall, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import type { Material } from "@/lib/offline/painter/schemes/scene-palette";
import { broadleaf } from "./broadleaf";
import { bales, drifts } from "./field-marks";
import { ridge } from "./ridge";

/** A soft hill with the furrows or mown bands of a field following its back. */
function hill(
  scene: Scene,
  name: string,
  base: number,
  swing: number,
  depth: number,
  material: Material,
): Shape[] {
  const { palette, width, size } = scene;
  const noise = scene.noise(name, 2);
  const top = (x: number) => base + noise(x / (size * 0.85)) * swing;
  const color = palette.land(depth, material);
  const lit = mix(color, palette.sun, 0.22);
  const bands: Ring[] = Array.from({ length: Math.round(6 * scene.detail) }, (_, index) => {
    const down = size * (0.012 + 0.02 * index * (0.5 + depth));
    return profile(
      -20,
      width + 20,
      26,
      (x) => top(x) + down + noise(x / (size * 0.4) + index * 3.1) * size * 0.008,
    );
  });
  return [
    area(
      under(profile(-20, width + 20, 8, top), base + size * 1.2),
      fall(base - swing, base + size * 0.34, [0, lit], [0.3, color], [1, shift(color, -0.07)]),
    ),
    line(bands, shift(color, -0.05), size * (0.0012 + 0.002 * depth), { opacity: 0.4 }),
  ];
}

/** A path that winds from the lower edge up to a door. */
export function path(scene: Scene, x: number, y: number, color: string): Shape[] {
  const { height, size } = scene;
  const drop = height - y;
  const sway = scene.light * size * 0.16;
  const centre: Point[] = [
    [x, y],
    [x + sway * 0.3, y + drop * 0.1],
    [x - sway * 0.35, y + drop * 0.3],
    [x + sway * 0.5, y + drop * 0.62],
    [x + sway * 0.1, y + drop * 1.06],
  ];
  const wide = [0.006, 0.012, 0.028, 0.06, 0.12].map((share) => share * size);
  const left = smooth(
    centre.map(([px, py], index): Point => [px - (wide[index] ?? 0), py]),
    false,
  );
  const right = smooth(
    centre.map(([px, py], index): Point => [px + (wide[index] ?? 0), py]),
    false,
  );
  return [area([...left, ...right.toReversed()], color, { role: "mass", opacity: 0.9 })];
}

/** Blades of grass along the lower edge, and flowers among them. */
export function grasses(
  scene: Scene,
  base: number,
  tall: number,
  bloom: string | null,
  material: Material = "grass",
): Shape[] {
  const random = scene.random.fork("grasses");
  const { width, palette, size } = scene;
  const tuft = (count: number, high: number, y: number): Ring[] =>
    Array.from({ length: Math.round(count * scene.detail) }, (): Ring => {
      const x = random.range(-20, width + 20);
      const h = high * random.range(0.4, 1.15);
      const lean = h * random.range(-0.35, 0.35);
      const w = size * 0.0028 * random.range(0.7, 1.5);
      return [
        [x - w, y],
        [x + lean * 0.35 - w * 0.6, y - h * 0.6],
        [x + lean, y - h],
        [x + lean * 0.4 + w * 0.6, y - h * 0.55],
        [x + w, y],
      ];
    });
  const dark = mix(palette.land(1, material, -0.1), palette.near, 0.35);
  const heads = Array.from({ length: Math.round(34 * scene.detail) }, () => {
    const r = size * random.range(0.0035, 0.0085);
    return ellipse(random.range(0, width), base - tall * random.range(0.05, 0.95), r, r * 0.8, 9);
  });
  return [
    area(tuft(150, tall, base), palette.land(0.95, material, 0.02), { role: "detail" }),
    ...(bloom === null ? [] : [area(heads, bloom, { role: "detail" })]),
    area(tuft(130, tall * 0.75, base + tall * 0.12), dark, { role: "detail" }),
  ];
}

/** Rolling fields, hedges and a few trees. */
export function meadow(scene: Scene): Shape[][] {
  const { horizon, height, size, width, palette, brief } = scene;
  const random = scene.random.fork("meadow");
  const gold = brief.color !== null && brief.color[2] > 60 && brief.color[2] < 110;
  const field: Material = gold || (scene.variant % 2 === 1 && brief.season !== "spring") ? "wheat" : "grass";
  const room = height - horizon;
  const crowns = Array.from({ length: 5 }, (_, index) => {
    const x = width * ((index * 0.27 + random.range(0, 0.12)) % 1);
    return broadleaf(
      scene,
      `hedge${index}`,
      x,
      horizon + size * 0.012,
      size * random.range(0.045, 0.085),
      0.42,
    );
  }).flat();
  const bloom = brief.season === "winter" ? null : palette.accent;
  return [
    ridge(scene, "far-hills", horizon - size * 0.03, size * 0.06, 0.12, "foliage", 0.5),
    [...hill(scene, "hill0", horizon + size * 0.01, size * 0.035, 0.36, "grass"), ...crowns],
    [
      ...hill(scene, "hill1", horizon + room * 0.16, size * 0.06, 0.56, field),
      ...(field === "wheat" && brief.season !== "winter"
        ? bales(scene, horizon + room * 0.25, room * 0.16)
        : []),
    ],
    [
      ...hill(
        scene,
        "hill2",
        horizon + room * 0.44,
        size * 0.07,
        0.76,
        field === "wheat" ? "grass" : "wheat",
      ),
      ...(bloom === null ? [] : drifts(scene, "drift2", horizon + room * 0.5, horizon + room * 0.8, 0.005)),
    ],
    [
      ...hill(scene, "hill3", horizon + room * 0.76, size * 0.06, 0.92, "grass"),
      ...(bloom === null ? [] : drifts(scene, "drift3", horizon + room * 0.82, height, 0.009)),
      ...grasses(scene, height + size * 0.01, size * 0.11, bloom),
    ],
  ];
}
