import "server-only";
import type { Layer } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";
import { arches } from "./arches";
import { constellation } from "./constellation";
import { currents } from "./currents";
import { quilt } from "./quilt";

const manners = [constellation, (scene: Scene) => quilt(scene, 4), currents, arches] as const;

/** A composition of pure form; each variant in another manner. */
export function abstract(scene: Scene): Layer[] {
  const shapes = (manners[scene.variant % manners.length] ?? constellation)(scene);
  const half = Math.ceil(shapes.length / 3);
  return [0, 1, 2].map(
    (part): Layer => ({
      name: `form${part}`,
      subject: false,
      shapes: shapes.slice(part * half, (part + 1) * half),
    }),
  );
}
