import "server-only";
import { mix, shift } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, glow, radial, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

/** The sky down to `bottom`, brightest at the horizon. */
export function sky(scene: Scene, bottom = scene.horizon): Shape[] {
  const { palette, width, sun, size } = scene;
  const [top, middle, low] = palette.sky;
  const veiled = scene.brief.weather === "storm" || scene.brief.weather === "rain";
  return [
    area(rect(-20, -20, width + 40, scene.height + 40), fall(0, bottom, [0, top], [0.58, middle], [1, low]), {
      role: "wash",
    }),
    glow(
      sun.x,
      scene.time === "day" ? sun.y : Math.min(bottom, sun.y + size * 0.1),
      size * 0.95,
      mix(low, palette.sun, 0.6),
      veiled ? 0.28 : 0.6,
      0.72,
    ),
  ];
}

/** Stars, thinner towards the horizon. */
export function stars(scene: Scene, bottom: number, count: number): Shape[] {
  const random = scene.random.fork("stars");
  const dot = (radius: number): Ring =>
    ellipse(random.range(0, scene.width), bottom * random.next() ** 1.35, radius, radius, 7);
  const amount = Math.round(count * scene.detail);
  const bright = Array.from({ length: Math.round(amount / 14) }, () => ({
    x: random.range(0, scene.width),
    y: random.range(0, bottom * 0.7),
    r: random.range(1.6, 2.9),
  }));
  return [
    area(
      Array.from({ length: amount }, () => dot(random.range(0.5, 1.1))),
      scene.palette.sun,
      { role: "spark", opacity: 0.6 },
    ),
    area(
      Array.from({ length: Math.round(amount / 3) }, () => dot(random.range(0.9, 1.7))),
      scene.palette.sun,
      { role: "spark", opacity: 0.9 },
    ),
    ...bright.map(({ x, y, r }) => glow(x, y, r * 7, scene.palette.sun, 0.4)),
    area(
      bright.map(({ x, y, r }) => ellipse(x, y, r, r, 10)),
      scene.palette.sun,
      { role: "spark" },
    ),
  ];
}

/** The sun, or at night the moon with its seas. */
export function sunDisc(
  scene: Scene,
  x = scene.sun.x,
  y = scene.sun.y,
  radius = scene.size * 0.062,
): Shape[] {
  const { palette } = scene;
  const disc = palette.sun;
  if (scene.time === "night") return moon(scene, x, y, radius * 0.95);
  const r = scene.time === "day" ? radius * 0.85 : radius * 1.25;
  return [
    glow(x, y, r * 3.6, disc, 0.6),
    area(ellipse(x, y, r * 1.55, r * 1.55, 48), disc, { role: "light", opacity: 0.16 }),
    area(
      ellipse(x, y, r, r, 48),
      fall(
        y - r,
        y + r,
        [0, shift(disc, 0.02)],
        [1, mix(disc, palette.accent, scene.time === "day" ? 0.12 : 0.34)],
      ),
      { role: "mass" },
    ),
  ];
}

/** A full moon, softly shaded away from the light. */
export function moon(scene: Scene, x: number, y: number, radius: number): Shape[] {
  const color = scene.palette.sun;
  const shade = mix(color, scene.palette.sky[1], 0.3);
  const sea = (dx: number, dy: number, rx: number, ry: number) =>
    ellipse(x + dx * radius, y + dy * radius, rx * radius, ry * radius, 18, dx * 60);
  return [
    glow(x, y, radius * 4.2, mix(color, scene.palette.sky[2], 0.35), 0.42),
    area(
      ellipse(x, y, radius, radius, 48),
      radial([x - radius * 0.35, y - radius * 0.35], radius * 1.6, [0, color], [0.55, color], [1, shade]),
    ),
    area(
      [
        sea(-0.3, -0.2, 0.3, 0.22),
        sea(0.22, -0.42, 0.2, 0.14),
        sea(0.1, 0.3, 0.36, 0.2),
        sea(0.5, 0.02, 0.14, 0.2),
      ],
      shade,
      {
        role: "detail",
        opacity: 0.4,
      },
    ),
  ];
}
