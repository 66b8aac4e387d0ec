import { formatUsd } from "@/lib/client/format-usd";
import type { Spending } from "@/lib/domain/spending";

type Limits = Pick<Spending, "monthUsd" | "limitUsd" | "ownLimitUsd">;

/** What the month still allows, and whose limit it is: "$3.20 of $20.00 is left this month." */
export function limitWords({ monthUsd, limitUsd, ownLimitUsd }: Limits): string {
  if (limitUsd === null) return "There is no limit.";
  const left = `${formatUsd(Math.max(0, limitUsd - monthUsd))} of ${formatUsd(limitUsd)} is left this month.`;
  const isOwn = ownLimitUsd !== null && ownLimitUsd <= limitUsd;
  return isOwn ? left : `${left} This limit is set in the studio's environment.`;
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
