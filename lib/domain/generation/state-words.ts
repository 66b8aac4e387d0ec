import type { ImageState } from "./image";

/** What a picture's state is called wherever it is told: on tiles, on contact sheets, aloud. */
export const STATE_WORDS = {
  waiting: "Waiting",
  developing: "Developing",
  completed: "Finished",
  failed: "Failed",
  cancelled: "Cancelled",
  unknown: "Outcome unknown",
} as const satisfies Record<ImageState, string>;
