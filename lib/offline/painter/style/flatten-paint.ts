import "server-only";
import { type Hex, mix } from "@/lib/offline/painter/color/color";
import type { Paint, Shape } from "@/lib/offline/painter/draw/shape";

/** The one colour that stands for a paint: its own, or the middle of its gradient. */
export function plainColor(paint: Paint): Hex {
  if (paint.kind === "solid") return paint.color;
  const first = paint.stops[0];
  const last = paint.stops.at(-1);
  const middle = paint.stops[Math.floor(paint.stops.length / 2)];
  if (first === undefined || last === undefined || middle === undefined) return "#808080";
  return mix(mix(first.color, last.color, 0.4), middle.color, 0.5);
}

/** Whether a paint fades out somewhere. */
export function isFading(paint: Paint): boolean {
  return paint.kind !== "solid" && paint.stops.some((stop) => stop.opacity < 1);
}

/** The shape in one flat colour; glows and fades stay as they are. */
export function flatten(shape: Shape): Shape {
  if (shape.fill === null || isFading(shape.fill)) return shape;
  return { ...shape, fill: { kind: "solid", color: plainColor(shape.fill) } };
}
