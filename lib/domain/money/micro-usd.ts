/** Dollars in whole millionths: what sums and limits are reckoned in, because they add up exactly. */
export function toMicroUsd(usd: number): number {
  return Math.round(usd * 1e6);
}
