/** Dollars as people read them: cents, and tenths of a cent below one ("$0.04", "$0.008"). */
export function formatUsd(usd: number): string {
  return `$${usd.toFixed(usd > 0 && usd < 0.01 ? 3 : 2)}`;
}
