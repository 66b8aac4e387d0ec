import "server-only";
import type { Lch } from "@/lib/offline/painter/color/color";

/** One curated harmony: three sky colours from the top down, the sun, land far and near, two accents. */
export type Scheme = {
  sky: readonly [Lch, Lch, Lch];
  sun: Lch;
  far: Lch;
  near: Lch;
  accent: Lch;
  second: Lch;
};
