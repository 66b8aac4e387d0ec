import type { Estimate } from "@/lib/domain/money/cost";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";

type Countable = { isStruck: boolean; problem: string | null; estimate: Estimate | null; imageCount: number };

export type MatrixTotals = {
  /** The sum of the estimates of the cells that will be sent, exact to a millionth of a dollar. */
  usd: number;
  /** Some cell may cost less than its estimate. */
  upTo: boolean;
  cellCount: number;
  imageCount: number;
  /** Cells that will be sent without an estimate: `usd` does not hold them. */
  unpricedCount: number;
};

/** Whether a cell is sent as the plan stands. */
export function isSendable({ isStruck, problem }: Pick<Countable, "isStruck" | "problem">): boolean {
  return !isStruck && problem === null;
}

/** What the cells that will be sent come to. */
export function totalsOf(cells: readonly Countable[]): MatrixTotals {
  const sent = cells.filter(isSendable);
  const microUsd = sent.reduce((sum, { estimate }) => sum + toMicroUsd(estimate?.usd ?? 0), 0);
  return {
    usd: microUsd / 1e6,
    upTo: sent.some(({ estimate }) => estimate?.upTo === true),
    cellCount: sent.length,
    imageCount: sent.reduce((sum, { imageCount }) => sum + imageCount, 0),
    unpricedCount: sent.filter(({ estimate }) => estimate === null).length,
  };
}
