import "server-only";
import type { Mention, Place } from "@/lib/server/offline/painter/brief";
import { mix } from "@/lib/server/offline/painter/color";
import { ellipse } from "@/lib/server/offline/painter/geometry";
import type { Scene } from "@/lib/server/offline/painter/scene";
import { area, type Layer, moveShapes, type Shape } from "@/lib/server/offline/painter/shape";
import { clouds, lightning } from "@/lib/server/offline/painter/shapes/clouds";
import { moon, sky, stars, sunDisc } from "@/lib/server/offline/painter/shapes/sky";
import { reflection } from "@/lib/server/offline/painter/shapes/water";
import { fog, mist, precipitation } from "@/lib/server/offline/painter/shapes/weather";
import { motifs, type Subject } from "@/lib/server/offline/painter/subjects/motifs";
import { companionsOf } from "./companions";
import type { Spot, Stage } from "./stage";
import { stages } from "./stages";

type Outdoors = keyof typeof stages;
const wanderings: readonly [Outdoors, ...Outdoors[]] = [
  "mountains",
  "lake",
  "sea",
  "meadow",
  "desert",
  "forest",
];

/** The outdoor place of a brief; when the prompt names none, one is chosen. */
function outdoors(scene: Scene, place: Place | null): Outdoors {
  if (place !== null && place !== "space" && place !== "interior" && place !== "table") return place;
  return scene.random.fork("wander").pick(wanderings);
}

/** Everything above the horizon that is not land. */
function heavens(scene: Scene): Layer[] {
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
    {
      name: "bolt",
      subject: false,
      shapes: brief.weather === "storm" ? lightning(scene, scene.sun.x, horizon * 0.3, horizon) : [],
    },
  ];
}

/** A soft patch of shade where a thing touches the ground. */
function footing(scene: Scene, x: number, y: number, width: number): Shape {
  return area(
    ellipse(x - scene.light * width * 0.25, y, width, width * 0.13, 24),
    mix(scene.palette.near, scene.palette.ink, 0.5),
    { role: "light", opacity: 0.32 },
  );
}

function settle(scene: Scene, stage: Stage, mention: Mention, subject: Subject, index: number): Shape[] {
  const random = scene.random.fork(`settle${mention.kind}`);
  const shapes: Shape[] = [];
  const { width, horizon, size } = scene;
  const count = Math.min(mention.count, 7);
  for (let copy = 0; copy < count; copy++) {
    const shrink = copy === 0 ? 1 : random.range(0.5, 0.8);
    const scale = (subject.height * size * stage.scale * shrink * (count > 1 ? 0.85 : 1)) / 100;
    const aside = index === 0 ? 0 : (index % 2 === 1 ? 1 : -1) * size * 0.24 * Math.ceil(index / 2);
    const spread =
      copy === 0 ? 0 : (copy % 2 === 1 ? 1 : -1) * Math.ceil(copy / 2) * size * random.range(0.17, 0.24);
    let spot: Spot;
    switch (subject.habitat) {
      case "water":
        spot = stage.water ?? stage.land;
        spot = { x: spot.x + aside + spread, y: spot.y - (copy * (spot.y - horizon)) / 9 };
        break;
      case "air":
        spot = {
          x: width * (scene.light === 1 ? 0.3 : 0.7) + aside + spread * 1.3,
          y: horizon * (0.62 - (copy % 3) * 0.13) + scale * 20,
        };
        break;
      case "sky":
        return [];
      case "land":
        spot = {
          x: stage.land.x + aside + spread,
          y: stage.land.y + (copy === 0 ? 0 : random.range(-0.005, 0.012) * size),
        };
    }
    const flip = spot.x > width / 2 !== (copy % 3 === 2);
    const placed = moveShapes(subject.draw(scene, mention.color), { ...spot, scale, flip });
    if (stage.mirror !== null && subject.habitat !== "air")
      shapes.push(
        ...reflection(scene, placed, subject.habitat === "water" ? spot.y : stage.mirror, 0.42, 0.85),
      );
    if (subject.habitat === "land" && stage.mirror === null && subject.height < 0.4)
      shapes.push(footing(scene, spot.x, spot.y, scale * 42));
    const { behind, before } =
      copy === 0 ? companionsOf(scene, mention.kind, spot.x, spot.y, scale) : { behind: [], before: [] };
    if (stage.mirror !== null) shapes.push(...reflection(scene, behind, stage.mirror, 0.35, 0.85));
    shapes.push(...behind, ...placed, ...before);
  }
  return shapes;
}

/** An outdoor picture: sky, place, things, weather. */
export function landscape(scene: Scene): Layer[] {
  const { brief, size } = scene;
  const stage = stages[outdoors(scene, brief.place)](scene);
  const misty =
    brief.weather === "fog" || (scene.time === "dawn" && brief.weather === "clear" && brief.place !== "city");
  const backs = stage.back.map((shapes, index): Layer => ({ name: `back${index}`, subject: false, shapes }));
  const things = brief.subjects.flatMap((mention, index): Layer[] => {
    const subject = motifs[mention.kind];
    return subject === undefined
      ? []
      : [{ name: mention.kind, subject: true, shapes: settle(scene, stage, mention, subject, index) }];
  });
  const veils: Shape[] =
    brief.weather === "fog"
      ? [...fog(scene, scene.horizon), ...fog(scene, scene.horizon + size * 0.16)]
      : misty
        ? mist(scene, scene.horizon + size * 0.02, size * 0.09, 0.4)
        : [];
  return [
    ...heavens(scene),
    ...backs,
    { name: "mist", subject: false, shapes: veils },
    ...things,
    ...stage.front.map((shapes, index): Layer => ({ name: `front${index}`, subject: false, shapes })),
    { name: "precipitation", subject: false, shapes: precipitation(scene) },
  ];
}
