import "server-only";
import type { SubjectKind } from "@/lib/offline/painter/words/brief";
import { balloon } from "./balloon";
import { bear, deer, dog, horse, rabbit } from "./beasts";
import { bird, crane, owl } from "./birds";
import { boat } from "./boat";
import { flower, leaf, mushroom, plant } from "./botany";
import { castle, church, house, tent, windmill } from "./buildings";
import { cat } from "./cat";
import { fox } from "./fox";
import { book, bridge, chair, lamp } from "./furniture";
import { crescent, planet, star, sunburst } from "./heavenly";
import { lighthouse } from "./lighthouse";
import type { Motif } from "./motif";
import { astronaut, person, umbrella } from "./people";
import { fish, whale } from "./sea-life";
import { cactus, palm, pine, tree } from "./trees";
import { bicycle, car, rocket } from "./vehicles";
import { apple, bottle, cup, lemon, orange, pear, vase } from "./vessels";

/** Where a thing belongs out of doors (`perch` on a bough reaching in from the side); `sky` things are part of the heavens and not set down. */
export type Habitat = "land" | "water" | "air" | "perch" | "sky";
/** How a thing is drawn, how high it is out of doors beside the picture's shorter side, and on a table. */
export type Subject = { draw: Motif; height: number; indoors: number; habitat: Habitat };

const on = (habitat: Habitat, draw: Motif, height: number, indoors = 0.3): Subject => ({
  draw,
  height,
  indoors,
  habitat,
});

/** Every thing the painter can draw. */
export const motifs: Record<SubjectKind, Subject> = {
  apple: on("land", apple, 0.16, 0.15),
  astronaut: on("land", astronaut, 0.3),
  balloon: on("air", balloon, 0.34),
  bear: on("land", bear, 0.22),
  bicycle: on("land", bicycle, 0.15),
  bird: on("perch", bird, 0.24),
  boat: on("water", boat, 0.3, 0.4),
  book: on("land", book, 0.1, 0.13),
  bottle: on("land", bottle, 0.3, 0.46),
  bridge: on("water", bridge, 0.15),
  cactus: on("land", cactus, 0.24, 0.26),
  car: on("land", car, 0.13),
  castle: on("land", castle, 0.26),
  cat: on("land", cat, 0.26, 0.26),
  chair: on("land", chair, 0.2, 0.34),
  church: on("land", church, 0.22),
  crane: on("water", crane, 0.42),
  cup: on("land", cup, 0.16, 0.17),
  deer: on("land", deer, 0.32),
  dog: on("land", dog, 0.24, 0.26),
  fish: on("water", fish, 0.16),
  flower: on("land", flower, 0.36, 0.4),
  fox: on("land", fox, 0.3),
  horse: on("land", horse, 0.28),
  house: on("land", house, 0.15),
  lamp: on("land", lamp, 0.2, 0.42),
  leaf: on("land", leaf, 0.34),
  lemon: on("land", lemon, 0.14, 0.115),
  lighthouse: on("land", lighthouse, 0.42),
  moon: on("sky", crescent, 0.2),
  mushroom: on("land", mushroom, 0.2),
  orange: on("land", orange, 0.15, 0.14),
  owl: on("perch", owl, 0.27),
  palm: on("land", palm, 0.4),
  pear: on("land", pear, 0.2, 0.2),
  person: on("land", person, 0.2),
  pine: on("land", pine, 0.36),
  planet: on("sky", planet, 0.3),
  plant: on("land", plant, 0.26, 0.34),
  rabbit: on("land", rabbit, 0.2),
  rocket: on("air", rocket, 0.3),
  star: on("sky", star, 0.2),
  sun: on("sky", sunburst, 0.2),
  tent: on("land", tent, 0.1),
  tree: on("land", tree, 0.44),
  umbrella: on("land", umbrella, 0.24),
  vase: on("land", vase, 0.3, 0.36),
  whale: on("water", whale, 0.3),
  windmill: on("land", windmill, 0.3),
};

/** Whether a thing may stand on a floor, a table or a sill. */
export function isTerrestrial(kind: SubjectKind): boolean {
  return motifs[kind].habitat === "land" || motifs[kind].habitat === "perch";
}
