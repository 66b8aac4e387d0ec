import type { Image } from "./image";

/** Whether nothing more will happen to it by itself. */
export function isEnded(image: Image): boolean {
  return image.state !== "waiting" && image.state !== "developing";
}
