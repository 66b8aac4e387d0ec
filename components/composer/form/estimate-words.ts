import { formatUsdRange } from "@/lib/client/words/format-usd";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { Estimate } from "@/lib/domain/money/cost";

/** What the click will cost, in words. */
export function estimateWords(model: ImageModel, estimate: Estimate | null, isOffline: boolean): string {
  if (isOffline) return "Free: offline sketch";
  if (model.prices.unit === "unknown") return "No estimate for this model";
  if (!estimate) return "No estimate for this quality";
  return formatUsdRange(estimate, "≈");
}
