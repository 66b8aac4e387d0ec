import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { outputTokensOf } from "@/lib/domain/money/image-tokens";
import type { SettledPicture } from "./settled-picture";

/** English prose has about four characters a token. */
const CHARS_PER_TOKEN = 4;

/** `usage` on the wire. */
export type WireUsage = {
  input_tokens: number;
  input_tokens_details: { text_tokens: number; image_tokens: number };
  output_tokens: number;
  total_tokens: number;
};

type Counted = {
  prompt: string;
  picture: SettledPicture;
  imageCount: number;
  partialCount: number;
  referenceTokens: number;
};

/** The tokens of an answer by the row's own table; null for models that are paid by the image. */
export function countUsage(model: ImageModel, counted: Counted): WireUsage | null {
  if (model.prices.unit !== "token") return null;
  const { imageTokens, partialTokens } = model.prices;
  const { picture } = counted;
  // The dearest quality stands for those that have no figure of their own.
  const tokens = imageTokens[picture.quality] ?? Object.values(imageTokens).at(-1);
  const perImage = (tokens ? outputTokensOf(tokens, picture).max : 0) + counted.partialCount * partialTokens;
  const textTokens = Math.ceil(counted.prompt.length / CHARS_PER_TOKEN);
  const inputTokens = textTokens + counted.referenceTokens;
  const outputTokens = perImage * counted.imageCount;
  return {
    input_tokens: inputTokens,
    input_tokens_details: { text_tokens: textTokens, image_tokens: counted.referenceTokens },
    output_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}
