import "server-only";
import type { Scene } from "@/lib/offline/painter/scene";
import type { Stage } from "./stage";
import { skyline } from "./stage-skyline";
import { street } from "./stage-street";

/** A skyline or a street, by variant; a car, a walker or an umbrella always gets its street. */
export function stageCity(scene: Scene): Stage {
  const low = scene.brief.subjects.some(({ kind }) =>
    ["car", "bicycle", "person", "umbrella", "cat", "dog"].includes(kind),
  );
  const wide = scene.width > scene.height * 1.9;
  return !wide && (low || scene.variant % 2 === 1) ? street(scene) : skyline(scene);
}
