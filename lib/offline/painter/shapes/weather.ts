import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { ellipse, type Ring, rect } from "@/lib/offline/painter/draw/geometry";
import { area, fall, glow, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

function rain(scene: Scene): Shape[] {
  const random = scene.random.fork("rain");
  const { width, height, size, palette } = scene;
  const streaks = (count: number, length: number): Ring[] =>
    Array.from({ length: Math.round(count * scene.detail) }, () => {
      const x = random.range(-0.05, 1.1) * width;
      const y = random.range(-0.05, 1) * height;
      const long = length * random.range(0.6, 1.3);
      return [
        [x, y],
        [x - long * 0.22, y + long],
      ];
    });
  const color = mix(palette.sky[2], palette.paper, 0.6);
  return [
    line(streaks(150, size * 0.045), color, size * 0.0011, { role: "spark", opacity: 0.35 }),
    line(streaks(70, size * 0.085), color, size * 0.0019, { role: "spark", opacity: 0.4 }),
  ];
}

function snow(scene: Scene): Shape[] {
  const random = scene.random.fork("snow");
  const { width, height, size, palette } = scene;
  const white = mix(palette.paper, palette.land(1, "snow"), 0.4);
  const flakes = (count: number, radius: number): Ring[] =>
    Array.from({ length: Math.round(count * scene.detail) }, () =>
      ellipse(
        random.range(0, width),
        random.range(0, height),
        radius * random.range(0.6, 1.3),
        radius * random.range(0.6, 1.2),
        8,
      ),
    );
  return [
    area(flakes(170, size * 0.0016), white, { role: "spark", opacity: 0.7 }),
    area(flakes(80, size * 0.0034), white, { role: "spark", opacity: 0.85 }),
    area(flakes(14, size * 0.0075), white, { role: "spark", opacity: 0.5 }),
  ];
}

/** A bank of mist across the whole width, densest at `y`. */
export function mist(scene: Scene, y: number, thickness: number, opacity: number): Shape[] {
  const tone = mix(scene.palette.sky[2], scene.palette.paper, scene.time === "night" ? 0 : 0.25);
  return [
    area(
      rect(-20, y - thickness, scene.width + 40, thickness * 2),
      fall(y - thickness, y + thickness, [0, tone, 0], [0.5, tone, opacity], [1, tone, 0]),
      { role: "light" },
    ),
  ];
}

/** Drifting patches of fog between the layers of a landscape. */
export function fog(scene: Scene, y: number): Shape[] {
  const random = scene.random.fork(`fog${Math.round(y)}`);
  const tone = mix(scene.palette.sky[2], scene.palette.paper, 0.2);
  return [
    ...mist(scene, y, scene.size * 0.11, 0.6),
    ...Array.from({ length: 4 }, () =>
      glow(
        random.range(0, scene.width),
        y + random.range(-0.04, 0.05) * scene.size,
        scene.size * random.range(0.2, 0.38),
        tone,
        0.5,
        0.2,
      ),
    ),
  ];
}

/** What falls in front of everything. */
export function precipitation(scene: Scene): Shape[] {
  switch (scene.brief.weather) {
    case "rain":
    case "storm":
      return rain(scene);
    case "snow":
      return snow(scene);
    case "clear":
    case "clouds":
    case "fog":
      return [];
  }
}
