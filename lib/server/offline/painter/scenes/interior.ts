import "server-only";
import type { Scene } from "@/lib/server/offline/painter/scene";
import type { Layer } from "@/lib/server/offline/painter/shape";
import { room } from "./room";
import { sill } from "./sill";

/** Indoors: a sill close by if things lie on it, a room otherwise. */
export function interior(scene: Scene): Layer[] {
  const close =
    scene.brief.onSill || (scene.brief.subjects.some(({ kind }) => kind === "cat") && scene.brief.asleep);
  return close ? sill(scene) : room(scene);
}
