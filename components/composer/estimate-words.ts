import { formatUsd } from "@/lib/client/format-usd";
import type { Estimate } from "@/lib/domain/cost";

/** What the click will cost, in words. */
export function estimateWords(estimate: Estimate | null, isOffline: boolean): string {
  if (isOffline) return "Free: offline sketch";
  if (!estimate) return "No estimate for this quality";
  return `${estimate.upTo ? "Up to" : "≈"} ${formatUsd(estimate.usd)}`;
}
