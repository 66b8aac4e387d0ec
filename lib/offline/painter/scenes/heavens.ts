import "server-only";
import { mix } from "@/lib/offline/painter/color/color";
import { type Layer, line, type Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { clouds, lightning } from "@/lib/offline/painter/shapes/clouds";
import { moon, sky, stars, sunDisc } from "@/lib/offline/painter/shapes/sky";
import { flight } from "@/lib/offline/painter/subjects/birds";

/** A few birds far off, in a loose line. */
function flock(scene: Scene): Shape[] {
  const random = scene.random.fork("flock");
  const { width, horizon, size, palette, light } = scene;
  const x = width * (light === 1 ? 0.34 : 0.6);
  const birds = Array.from({ length: 5 }, (_, index) =>
    flight(
      x + index * size * 0.034 + random.range(-1, 1) * size * 0.012,
      horizon * 0.36 + Math.abs(index - 1.6) * size * 0.014 + random.range(0, 0.01) * size,
      size * random.range(0.007, 0.012),
    ),
  );
  return [
    line(birds.flat(), mix(palette.near, palette.sky[0], 0.35), size * 0.0022, {
      role: "spark",
      opacity: 0.75,
    }),
  ];
}

/** Everything above the horizon that is not land. */
export function heavens(scene: Scene): Layer[] {
  const { brief, horizon, width, size } = scene;
  const covered = brief.weather === "storm" || brief.weather === "rain" || brief.weather === "snow";
  const moons = brief.subjects.find(({ kind }) => kind === "moon");
  const extra: Shape[] = [];
  if (moons !== undefined && (scene.time !== "night" || moons.count > 1)) {
    const count = Math.min(moons.count, 3);
    for (let index = 0; index < count; index++) {
      const x = width * (scene.light === 1 ? 0.72 - index * 0.27 : 0.28 + index * 0.27);
      extra.push(
        ...moon(
          scene,
          x,
          horizon * (0.34 + 0.2 * (index % 2) - 0.06 * index),
          size * (0.092 - index * 0.034),
        ),
      );
    }
  }
  const disc =
    extra.length > 0 || (covered && scene.time !== "night") || brief.weather === "storm"
      ? []
      : sunDisc(scene);
  return [
    { name: "sky", subject: false, shapes: sky(scene) },
    {
      name: "stars",
      subject: false,
      shapes: scene.time === "night" && !covered ? stars(scene, horizon * 0.95, 190) : [],
    },
    { name: "sun", subject: false, shapes: disc },
    { name: "clouds", subject: false, shapes: clouds(scene) },
    { name: "moons", subject: false, shapes: extra },
    { name: "birds", subject: false, shapes: covered || scene.time === "night" ? [] : flock(scene) },
    {
      name: "bolt",
      subject: false,
      shapes: brief.weather === "storm" ? lightning(scene, scene.sun.x, horizon * 0.3, horizon) : [],
    },
  ];
}
