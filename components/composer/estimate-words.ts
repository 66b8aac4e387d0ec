import { formatUsdWith } from "@/lib/client/format-usd";
import type { Estimate } from "@/lib/domain/cost";
import type { ImageModel } from "@/lib/domain/image-model";

/** What the click will cost, in words. */
export function estimateWords(model: ImageModel, estimate: Estimate | null, isOffline: boolean): string {
  if (isOffline) return "Free: offline sketch";
  if (model.prices.unit === "unknown") return "No estimate for this model";
  if (!estimate) return "No estimate for this quality";
  return formatUsdWith(estimate.upTo ? "Up to" : "≈", estimate.usd);
}
