import type { Image, ImageState } from "./image";

/** States after which nothing more happens to a picture by itself. */
export const ENDED_STATES = [
  "completed",
  "failed",
  "cancelled",
  "unknown",
] as const satisfies readonly ImageState[];

/** Whether nothing more will happen to it by itself. */
export function isEnded({ state }: Pick<Image, "state">): boolean {
  return ENDED_STATES.some((ended) => ended === state);
}
