import "server-only";
import type { Shape } from "@/lib/offline/painter/draw/shape";
import type { Scene } from "@/lib/offline/painter/scene";

export type Spot = { x: number; y: number };

/** A place before its things are set in: what lies behind them, what in front, and where they may stand. */
export type Stage = {
  back: readonly (readonly Shape[])[];
  front: readonly (readonly Shape[])[];
  land: Spot;
  /** Where boats and fish go; null where there is no water. */
  water: Spot | null;
  /** How large things are here, beside their usual size. */
  scale: number;
  /** The water line in which things are mirrored; null where there is none. */
  mirror: number | null;
};

export type StageBuilder = (scene: Scene) => Stage;
