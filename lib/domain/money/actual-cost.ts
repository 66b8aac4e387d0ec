import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { estimateCost } from "./cost";
import type { Usage } from "./usage";

/** What an answer tells of its price. `costUsd`: what the provider itself says it charged. */
export type Billed = {
  usage: Usage | null;
  costUsd: number | null;
  options: OptionValues;
  imageCount: number;
};

/**
 * What a call cost: what the provider says, else from the tokens it counted, else from the price
 * list an image; null when none of them is known.
 */
export function actualCostUsd(model: ImageModel, answer: Billed): number | null {
  if (answer.costUsd !== null) return answer.costUsd;
  const { prices } = model;
  switch (prices.unit) {
    case "unknown":
      return null;
    case "image": {
      const { options, imageCount } = answer;
      return estimateCost(model, { prompt: "", options }, imageCount)?.upperUsd ?? null;
    }
    case "token": {
      if (!answer.usage) return null;
      const { textInputTokens, imageInputTokens, outputTokens } = answer.usage;
      const dollarsTimesMillion =
        textInputTokens * prices.textInUsd +
        imageInputTokens * prices.imageInUsd +
        outputTokens * prices.imageOutUsd;
      return dollarsTimesMillion / 1e6;
    }
  }
}
