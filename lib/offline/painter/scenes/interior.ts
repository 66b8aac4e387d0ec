import "server-only";
import type { Layer } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { room } from "./room";
import { sill } from "./sill";

/** Indoors: a sill close by if things lie on it, a room otherwise. */
export function interior(scene: Scene): Layer[] {
  const close =
    scene.brief.onSill || (scene.brief.subjects.some(({ kind }) => kind === "cat") && scene.brief.asleep);
  return close ? sill(scene) : room(scene);
}
