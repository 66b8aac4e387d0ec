import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { type Estimate, estimateCost, type Priced } from "@/lib/domain/money/cost";
import type { Services } from "@/lib/server/services";

/** What a call will cost as things stand now: nothing where the offline provider draws it. Null: there is no estimate. */
export function estimateCall(
  { provider }: Pick<Services, "provider">,
  model: ImageModel,
  input: Priced,
  imageCount: number,
): Estimate | null {
  return provider.isOffline ? { lowerUsd: 0, upperUsd: 0 } : estimateCost(model, input, imageCount);
}
