import { formatUsd } from "@/lib/client/words/format-usd";
import type { ApiToken } from "@/lib/domain/tokens/api-token";

/** "$0.04 of $20.00 this month" */
export function spentWords({
  monthUsd,
  monthlyLimitUsd,
}: Pick<ApiToken, "monthUsd" | "monthlyLimitUsd">): string {
  const limit = monthlyLimitUsd === null ? "" : ` of ${formatUsd(monthlyLimitUsd)}`;
  return `${formatUsd(monthUsd)}${limit} this month`;
}

/** Where its pictures go. */
export function placeWords({ sessionTitle }: Pick<ApiToken, "sessionTitle">): string {
  return `into “${sessionTitle ?? "From programs"}”`;
}
