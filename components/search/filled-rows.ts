export type FilledRow = { start: number; count: number; heightPx: number };

/**
 * Breaks pictures into rows as high as `heightPx` or a little less, each filling the width; the last
 * keeps that height. One pass, for lists of any length; rows that are full stay as they are when more
 * pictures come.
 * @param ratios width over height of each picture, in order
 */
export function filledRows(
  ratios: readonly number[],
  { widthPx, heightPx, gapPx }: { widthPx: number; heightPx: number; gapPx: number },
): FilledRow[] {
  const rows: FilledRow[] = [];
  let start = 0;
  let sum = 0;
  for (const [index, ratio] of ratios.entries()) {
    sum += ratio;
    const count = index - start + 1;
    const filledPx = (widthPx - (count - 1) * gapPx) / sum;
    if (filledPx > heightPx) continue;
    rows.push({ start, count, heightPx: filledPx });
    start = index + 1;
    sum = 0;
  }
  if (start < ratios.length) rows.push({ start, count: ratios.length - start, heightPx });
  return rows;
}
