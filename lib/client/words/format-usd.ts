import type { Estimate } from "@/lib/domain/money/cost";

/** Below this an amount would read as nothing. */
const SHOWN_MIN_USD = 0.001;

/** Dollars as people read them: cents, and tenths of a cent below one ("$0.04", "$0.008", "<$0.001"). */
export function formatUsd(usd: number): string {
  if (usd > 0 && usd < SHOWN_MIN_USD) return `<$${SHOWN_MIN_USD}`;
  return `$${usd.toFixed(usd > 0 && usd < 0.01 ? 3 : 2)}`;
}

/** Dollars with what qualifies them, "about $0.04"; "<$0.001" says enough by itself. */
export function formatUsdWith(words: string, usd: number): string {
  const amount = formatUsd(usd);
  return amount.startsWith("<") ? amount : `${words} ${amount}`;
}

/** "$0.01 to $0.21" where the provider chooses; else one amount, with what qualifies it. */
export function formatUsdRange({ lowerUsd, upperUsd }: Estimate, words?: string): string {
  const [lower, upper] = [formatUsd(lowerUsd), formatUsd(upperUsd)];
  if (lower !== upper) return `${lower} to ${upper}`;
  return words === undefined ? upper : formatUsdWith(words, upperUsd);
}
