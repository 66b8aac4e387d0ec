import "server-only";
import type { Layer, Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { fog, mist, precipitation } from "@/lib/offline/painter/shapes/weather";
import { stages } from "@/lib/offline/painter/stages/stages";
import { motifs } from "@/lib/offline/painter/subjects/motifs";
import type { Place } from "@/lib/offline/painter/words/brief";
import { heavens } from "./heavens";
import { settle } from "./settle";

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
