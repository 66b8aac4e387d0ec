import "server-only";
import type { Ring } from "./geometry";
import type { Layer, Shape } from "./shape";

/** The shapes as seen through a hole; what has a clip of its own is left out. */
export function clipShapes(shapes: readonly Shape[], hole: Ring): Shape[] {
  return shapes.filter((shape) => shape.clip === null).map((shape) => ({ ...shape, clip: [hole] }));
}

/** Whole layers seen through a hole, as one subject. */
export function clipLayers(layers: readonly Layer[], hole: Ring): Layer[] {
  return layers.map((layer) => ({ ...layer, subject: true, shapes: clipShapes(layer.shapes, hole) }));
}
