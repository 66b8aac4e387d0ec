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

/** The limit in a field: dollars, or null for an empty one; a sentence where it is no amount. */
export function parseLimit(text: string): { limitUsd: number | null } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === "") return { limitUsd: null };
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(trimmed) || Number(trimmed) > LIMIT_USD_MAX)
    return { problem: "Write an amount in dollars, such as 20 or 12.50." };
  return { limitUsd: Number(trimmed) };
}

/** As the studio's settings take it. */
const LIMIT_USD_MAX = 1_000_000;
