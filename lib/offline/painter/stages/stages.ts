import "server-only";
import { desert } from "@/lib/offline/painter/shapes/desert";
import { forest } from "@/lib/offline/painter/shapes/forest";
import { meadow } from "@/lib/offline/painter/shapes/meadow";
import { mountains } from "@/lib/offline/painter/shapes/mountains";
import type { Place } from "@/lib/offline/painter/words/brief";
import type { StageBuilder } from "./stage";
import { stageCity } from "./stage-city";
import { stageLake } from "./stage-lake";
import { stageSea } from "./stage-sea";
import { stageVillage } from "./stage-village";

const stageMountains: StageBuilder = (scene) => {
  const layers = mountains(scene);
  const room = scene.height - scene.horizon;
  return {
    back: layers.slice(0, 6),
    front: layers.slice(6),
    land: { x: scene.focus, y: scene.horizon + room * 0.3 },
    water: null,
    scale: 0.85,
    mirror: null,
  };
};

const stageDesert: StageBuilder = (scene) => {
  const room = scene.height - scene.horizon;
  return {
    back: desert(scene),
    front: [],
    land: { x: scene.focus, y: scene.horizon + room * 0.6 },
    water: null,
    scale: 0.8,
    mirror: null,
  };
};

const stageMeadow: StageBuilder = (scene) => {
  const layers = meadow(scene);
  const room = scene.height - scene.horizon;
  return {
    back: layers.slice(0, 4),
    front: layers.slice(4),
    land: { x: scene.focus, y: scene.horizon + room * 0.36 },
    water: null,
    scale: 1.15,
    mirror: null,
  };
};

const stageForest: StageBuilder = (scene) => {
  const layers = forest(scene);
  const room = scene.height - scene.horizon;
  return {
    back: layers.slice(0, 4),
    front: layers.slice(4),
    land: { x: scene.focus, y: scene.horizon + room * 0.62 },
    water: null,
    scale: 1.1,
    mirror: null,
  };
};

/** How each outdoor place is set up. */
export const stages: Record<Exclude<Place, "space" | "interior" | "table">, StageBuilder> = {
  mountains: stageMountains,
  sea: stageSea,
  lake: stageLake,
  city: stageCity,
  village: stageVillage,
  forest: stageForest,
  desert: stageDesert,
  meadow: stageMeadow,
};
