import "server-only";
import { boxOf, type Ring } from "@/lib/offline/painter/draw/geometry";
import { line, type Shape } from "@/lib/offline/painter/draw/shape";

/** Slanting strokes over a shape, clipped to it: the darker its `tone` (0 dark..1 light) the closer. */
export function hatch(shape: Shape, color: string, tone: number, width: number): Shape[] {
  if (tone > 0.86 || shape.rings.length > 14) return [];
  const box = boxOf(shape.rings);
  const gap = 4.5 + tone * 13;
  const [left, right, top, bottom] = [
    box.left,
    box.right,
    Math.max(-20, box.top),
    Math.min(1780, box.bottom),
  ];
  const high = bottom - top;
  if (right - left < 8 || high < 8) return [];
  const count = Math.min(220, Math.floor((right - left + high * 0.7) / gap));
  const strokes: Ring[] = Array.from({ length: count }, (_, index): Ring => {
    const x = left - high * 0.7 + index * gap;
    // Every third stroke stops early: a hand does not fill to the edge.
    const reach = index % 3 === 0 ? 0.72 : 1;
    return [
      [x + high * 0.7, top],
      [x + high * 0.7 * (1 - reach), top + high * reach],
    ];
  });
  return [line(strokes, color, width, { clip: shape.rings, opacity: 0.55 })];
}
