import { formatUsdRange } from "@/lib/client/words/format-usd";
import type { MatrixTotals } from "@/lib/domain/matrix/matrix-totals";
import type { Estimate } from "@/lib/domain/money/cost";
import { countWords } from "@/lib/domain/text/count-words";

/** "Generate 12 pictures, about $0.48" */
export function sendWords(totals: MatrixTotals, isFree: boolean): string {
  return `Generate ${countWords(totals.imageCount, "picture")}, ${moneyWords(totals, isFree)}`;
}

function moneyWords({ unpricedCount, cellCount, ...totals }: MatrixTotals, isFree: boolean): string {
  if (isFree) return "free";
  if (unpricedCount === cellCount) return "cost not known";
  const amount = formatUsdRange(totals, "about");
  return unpricedCount === 0 ? amount : `${amount} and ${unpricedCount} unpriced`;
}

/** What a cell will cost, in its place of the table. */
export function cellWords(estimate: Estimate | null, isFree: boolean): string {
  if (isFree) return "Free";
  if (estimate === null) return "No estimate";
  return formatUsdRange(estimate);
}

/** A cap as it is typed, in dollars; null for none, undefined for what is no amount. */
export function capOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const usd = Number(text.replace(",", "."));
  return Number.isFinite(usd) && usd > 0 ? usd : undefined;
}
