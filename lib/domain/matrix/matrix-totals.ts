import type { Estimate } from "@/lib/domain/money/cost";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";

type Countable = { isStruck: boolean; problem: string | null; estimate: Estimate | null; imageCount: number };

export type MatrixTotals = {
  /** The sums of the estimates of the cells that will be sent, exact to a millionth of a dollar. */
  lowerUsd: number;
  upperUsd: number;
  cellCount: number;
  imageCount: number;
  /** Cells that will be sent without an estimate: the sums do not hold them. */
  unpricedCount: number;
};

/** Whether a cell is sent as the plan stands. */
export function isSendable({ isStruck, problem }: Pick<Countable, "isStruck" | "problem">): boolean {
  return !isStruck && problem === null;
}

/** What the cells that will be sent come to. */
export function totalsOf(cells: readonly Countable[]): MatrixTotals {
  const sent = cells.filter(isSendable);
  const sumOf = (end: keyof Estimate) =>
    sent.reduce((sum, { estimate }) => sum + toMicroUsd(estimate?.[end] ?? 0), 0) / 1e6;
  return {
    lowerUsd: sumOf("lowerUsd"),
    upperUsd: sumOf("upperUsd"),
    cellCount: sent.length,
    imageCount: sent.reduce((sum, { imageCount }) => sum + imageCount, 0),
    unpricedCount: sent.filter(({ estimate }) => estimate === null).length,
  };
}
