import { formatUsd } from "@/lib/client/words/format-usd";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import type { Spending } from "@/lib/domain/money/spending";

type Limits = Pick<Spending, "monthUsd" | "committedUsd" | "limitUsd" | "ownLimitUsd">;

/**
 * What the month still allows, and whose limit it is: "$3.20 of $20.00 is left this month." What is
 * under way or of unknown outcome counts at its estimate, as it does where the studio refuses.
 */
export function limitWords({ monthUsd, committedUsd, limitUsd, ownLimitUsd }: Limits): string {
  if (limitUsd === null) return "There is no limit.";
  // In whole millionths, so that sums of cents leave nothing behind.
  const leftUsd = Math.max(0, toMicroUsd(limitUsd) - toMicroUsd(monthUsd + committedUsd)) / 1e6;
  const isOwn = ownLimitUsd !== null && ownLimitUsd <= limitUsd;
  const sentences = [
    `${formatUsd(leftUsd)} of ${formatUsd(limitUsd)} is left this month.`,
    ...(committedUsd > 0
      ? [`Another ${formatUsd(committedUsd)} is set aside for pictures that are not settled.`]
      : []),
    ...(isOwn ? [] : ["This limit is set in the studio's environment."]),
  ];
  return sentences.join(" ");
}
