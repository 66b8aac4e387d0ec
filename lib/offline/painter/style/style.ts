import "server-only";
import type { Layer } from "@/lib/offline/painter/draw/shape";
import type { Tint } from "@/lib/offline/painter/draw/svg-elements";
import type { Scene } from "@/lib/offline/painter/scene";

/** What is done to the pixels at the end; every strength from 0 (none) to 1. */
export type Finish = {
  grain: number;
  /** The tooth of paper, multiplied in. */
  paper: number;
  /** Light parts spread softly. */
  bloom: number;
  /** Paint stands up from the canvas. */
  relief: number;
};

/** A manner of drawing: new shapes, other colours, another finish. */
export type Style = {
  redraw(layers: readonly Layer[], scene: Scene): Layer[];
  tint(scene: Scene): Tint;
  /** The drawing seen again through facets, strokes or pixels; null keeps it. */
  resample: "facets" | "strokes" | "pixels" | null;
  finish: Finish;
};

export const keepLayers = (layers: readonly Layer[]): Layer[] => [...layers];
export const keepColors = (): Tint => (color) => color;
