import "server-only";
import type { SubjectKind } from "@/lib/server/offline/painter/brief";
import { balloon } from "./balloon";
import { boat } from "./boat";
import { castle, church, house, tent, windmill } from "./buildings";
import { lighthouse } from "./lighthouse";
import type { Motif } from "./motif";
import { cactus, palm, pine, tree } from "./trees";

/** Where a thing belongs in a landscape. */
export type Habitat = "land" | "water" | "air" | "sky" | "small";
/** How a thing is drawn, how high it is beside the shorter side of the picture, and where it belongs. */
export type Subject = { draw: Motif; height: number; habitat: Habitat };

export const motifs: Partial<Record<SubjectKind, Subject>> = {
  balloon: { draw: balloon, height: 0.34, habitat: "air" },
  boat: { draw: boat, height: 0.3, habitat: "water" },
  cactus: { draw: cactus, height: 0.22, habitat: "land" },
  castle: { draw: castle, height: 0.26, habitat: "land" },
  church: { draw: church, height: 0.22, habitat: "land" },
  house: { draw: house, height: 0.15, habitat: "land" },
  lighthouse: { draw: lighthouse, height: 0.42, habitat: "land" },
  palm: { draw: palm, height: 0.4, habitat: "land" },
  pine: { draw: pine, height: 0.36, habitat: "land" },
  tent: { draw: tent, height: 0.1, habitat: "land" },
  tree: { draw: tree, height: 0.44, habitat: "land" },
  windmill: { draw: windmill, height: 0.3, habitat: "land" },
};
