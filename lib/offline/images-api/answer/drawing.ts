import "server-only";
import type { Painter } from "@/lib/offline/images-api/painter-port";
import { detailOf, type SettledPicture } from "./settled-picture";

/** One picture of a request, unfinished or finished, as encoded bytes. */
export type Drawing = {
  finish(variant: number): Promise<Uint8Array>;
  /** `step` is 0-based and below `steps`. */
  develop(variant: number, step: number, steps: number): Promise<Uint8Array>;
};

/** Draws from the prompt alone. */
export function drawFromPrompt(painter: Painter, prompt: string, picture: SettledPicture): Drawing {
  const { widthPx, heightPx, background, format, compression } = picture;
  const detail = detailOf(picture.quality);
  const request = (variant: number) => ({ prompt, variant, widthPx, heightPx, background, detail });
  return {
    finish: (variant) => painter.paint(request(variant), format, compression),
    develop: (variant, step, steps) =>
      painter.paintPartial(request(variant), format, compression, step, steps),
  };
}
