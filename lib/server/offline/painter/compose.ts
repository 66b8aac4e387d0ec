import "server-only";
import type { Frame } from "./brief";
import type { Scene } from "./scene";
import { landscape } from "./scenes/landscape";
import type { Layer } from "./shape";

const composers: Record<Frame, (scene: Scene) => Layer[]> = {
  landscape,
  space: landscape,
  interior: landscape,
  "still-life": landscape,
  portrait: landscape,
  emblem: landscape,
  pattern: landscape,
  abstract: landscape,
};

/** The layers of a picture, from the back to the front. */
export function compose(scene: Scene, _opaque: boolean): Layer[] {
  return composers[scene.brief.frame](scene).filter((layer) => layer.shapes.length > 0);
}
