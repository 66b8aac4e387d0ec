import "server-only";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import type { ApiContext } from "@/lib/offline/images-api/answer/api-context";
import { countUsage, type WireUsage } from "./count-usage";
import type { Drawing } from "./drawing";
import type { SettledPicture } from "./settled-picture";

/** An order with everything that its answer needs. */
export type Commission = {
  /** Prefix of the event names. */
  kind: "image_generation" | "image_edit";
  order: ImageOrder;
  picture: SettledPicture;
  drawing: Drawing;
  partialCount: number;
  /** One for each image. */
  variants: number[];
  /** Null for models that are paid by the image. */
  usage: WireUsage | null;
};

type Asked = Pick<Commission, "kind" | "order" | "picture" | "drawing"> & { referenceTokens: number };

/** Takes the variants and counts the tokens. */
export function commissionImages(context: ApiContext, { referenceTokens, ...asked }: Asked): Commission {
  const { prompt, imageCount, options, model } = asked.order;
  const partialCount = Number(options.partials ?? 0);
  const counted = { prompt, picture: asked.picture, imageCount, partialCount, referenceTokens };
  return {
    ...asked,
    partialCount,
    variants: context.variants.take(prompt, imageCount),
    usage: countUsage(model, counted),
  };
}

/** What was really used, on the wire. */
export function usedFields({ widthPx, heightPx, quality, background, format }: SettledPicture) {
  return { size: `${widthPx}x${heightPx}`, quality, background, output_format: format };
}
