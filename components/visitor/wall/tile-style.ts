import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { averageColour } from "./average-colour";

/** A tile's shape, and the colour that stands for a picture until it is there. */
export function tileStyle(picture: SharedPicture): { "--r": number; backgroundColor?: string } {
  const ratio = { "--r": Math.round((picture.widthPx / picture.heightPx) * 1e4) / 1e4 };
  const colour = picture.state === "completed" ? averageColour(picture.thumbhash) : null;
  return colour ? { ...ratio, backgroundColor: colour } : ratio;
}
