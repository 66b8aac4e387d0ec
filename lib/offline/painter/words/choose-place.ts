import "server-only";
import type { Mention, Place, SubjectKind } from "./brief";
import type { Sense } from "./vocabulary";

/** Where a thing is at home when the prompt names no place. */
const homes: Partial<Record<SubjectKind, Place>> = {
  lighthouse: "sea",
  boat: "sea",
  whale: "sea",
  palm: "sea",
  fish: "sea",
  house: "meadow",
  church: "meadow",
  castle: "mountains",
  windmill: "meadow",
  tree: "meadow",
  horse: "meadow",
  balloon: "mountains",
  tent: "mountains",
  pine: "forest",
  fox: "forest",
  deer: "forest",
  bear: "forest",
  owl: "forest",
  mushroom: "forest",
  rabbit: "meadow",
  cactus: "desert",
  crane: "lake",
  bird: "meadow",
  dog: "meadow",
  cat: "interior",
  car: "city",
  bicycle: "village",
  person: "mountains",
  umbrella: "city",
  bridge: "lake",
  astronaut: "space",
  planet: "space",
  rocket: "space",
  moon: "lake",
  star: "lake",
  sun: "sea",
  chair: "interior",
  lamp: "interior",
  book: "interior",
  plant: "interior",
  vase: "table",
  bottle: "table",
  cup: "table",
  apple: "table",
  pear: "table",
  lemon: "table",
  orange: "table",
  flower: "table",
  leaf: "table",
};

/** The place the prompt names, or where its first thing is at home. */
export function choosePlace(all: readonly Sense[], subjects: readonly Mention[]): Place | null {
  const places = all.filter((sense) => sense.kind === "place").map((sense) => sense.value);
  const table = places.find((place) => place === "table" || place === "interior");
  if (table !== undefined && subjects.length > 0) return table;
  // "a village in the mountains": the smaller place is the one to go to.
  const named = places.find((place) => place === "village" || place === "lake") ?? places[0];
  if (named !== undefined) return named;
  for (const { kind } of subjects) {
    const home = homes[kind];
    if (home !== undefined) return home;
  }
  return null;
}
