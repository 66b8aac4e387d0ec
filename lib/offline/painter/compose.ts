import "server-only";
import { clipLayers } from "./draw/clip";
import { ellipse } from "./draw/geometry";
import type { Layer } from "./draw/shape";
import type { Scene } from "./scene";
import { abstract } from "./scenes/abstract";
import { emblem } from "./scenes/emblem";
import { interior } from "./scenes/interior";
import { landscape } from "./scenes/landscape";
import { pattern } from "./scenes/pattern";
import { plate } from "./scenes/plate";
import { portrait } from "./scenes/portrait";
import { space } from "./scenes/space";
import { stillLife } from "./scenes/still-life";
import type { Frame } from "./words/brief";

const composers: Record<Frame, (scene: Scene) => Layer[]> = {
  landscape,
  space,
  interior,
  "still-life": stillLife,
  portrait,
  emblem,
  pattern,
  abstract,
};
const wholes: readonly Frame[] = ["landscape", "space", "interior"];

/** The layers of a picture, from the back to the front; of a cut-out, all of them subject. */
export function compose(scene: Scene): Layer[] {
  const { frame, subjects, style } = scene.brief;
  const alone = wholes.includes(frame) && subjects.length > 0 && (scene.cutOut || style === "blueprint");
  const layers = (alone ? plate : composers[frame])(scene).filter((layer) => layer.shapes.length > 0);
  if (!scene.cutOut) return layers;
  const subject = layers.filter((layer) => layer.subject);
  // A place without a thing in it is cut out as a roundel.
  return subject.length > 0 && frame !== "pattern"
    ? subject
    : clipLayers(
        layers,
        ellipse(scene.width / 2, scene.height / 2, scene.size * 0.46, scene.size * 0.46, 120),
      );
}
