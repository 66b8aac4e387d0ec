/** The measures of a wall of pictures, in pixels. `rowMinPx` decides how many share a row, `rowMaxPx` stops a lone one. */
export type RowGeometry = { gapPx: number; rowMinPx: number; rowMaxPx: number };

/** A tile's width as a part of the wall's: `share` of what is left after `gapCount` gaps. */
export type TileShare = { share: number; gapCount: number };

/** One way to break pictures into rows. `ratio` is the sum of width over height of the pictures in it. */
export type RowPlan = {
  rows: readonly PlannedRow[];
  /** By picture, in order. */
  tiles: readonly TileShare[];
  /** The row that needs the most width: it decides from which width on the plan is good. */
  widest: PlannedRow;
};
type PlannedRow = { ratio: number; tileCount: number };

/** A row laid out for one width. */
export type Row = { heightPx: number; widthsPx: number[] };

/**
 * Every sensible way to break pictures into rows, from one long row to one picture a row, each as
 * even as it can be. None depends on the width of the wall, so that a page can be laid out before
 * anything is measured.
 * @param ratios width over height of each picture, in order
 */
export function rowPlans(ratios: readonly number[]): RowPlan[] {
  const plans: RowPlan[] = [];
  for (let rowsMax = 1; rowsMax <= ratios.length; rowsMax += 1) {
    const rows = evenRows(ratios, rowsMax);
    if (rows.length > (plans.at(-1)?.rows.length ?? 0)) plans.push(planOf(rows));
  }
  return plans;
}

/** From which width on a plan keeps its rows at least `rowMinPx` high. */
export function planWidthPx({ widest }: RowPlan, { gapPx, rowMinPx }: RowGeometry): number {
  return widest.ratio * rowMinPx + (widest.tileCount - 1) * gapPx;
}

/** Pictures as rows that fill the width; a last row that is not full keeps the height of the one before it. */
export function justifiedRows(
  ratios: readonly number[],
  widthPx: number,
  geometry: RowGeometry,
  plans: readonly RowPlan[] = rowPlans(ratios),
): Row[] {
  const plan = plans.find((candidate) => planWidthPx(candidate, geometry) <= widthPx) ?? plans.at(-1);
  if (!plan) return [];
  const widthsPx = plan.tiles.map(({ share, gapCount }, index) =>
    Math.min(share * (widthPx - gapCount * geometry.gapPx), (ratios[index] ?? 1) * geometry.rowMaxPx),
  );
  let start = 0;
  return plan.rows.map(({ tileCount }) => {
    const row = widthsPx.slice(start, start + tileCount);
    const heightPx = (row[0] ?? 0) / (ratios[start] ?? 1);
    start += tileCount;
    return { heightPx, widthsPx: row };
  });
}

/** The rows whose longest is as short as possible: the smallest capacity that needs at most `rowsMax` rows. */
function evenRows(ratios: readonly number[], rowsMax: number): number[][] {
  const capacities = ratios.flatMap((_, start) => runningSums(ratios.slice(start))).toSorted((a, b) => a - b);
  for (const capacity of capacities) {
    const rows = packRows(ratios, capacity);
    if (rows && rows.length <= rowsMax) return rows;
  }
  return [[...ratios]];
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** Fills row after row; null where a picture alone is too wide. The tolerance absorbs sums that round differently. */
function packRows(ratios: readonly number[], capacity: number): number[][] | null {
  const limit = capacity + 1e-9;
  const rows: number[][] = [];
  let left = 0;
  for (const ratio of ratios) {
    if (ratio > limit) return null;
    const row = rows.at(-1);
    if (row && ratio <= left) row.push(ratio);
    else rows.push([ratio]);
    left = (row && ratio <= left ? left : limit) - ratio;
  }
  return rows;
}

function planOf(ratioRows: readonly number[][]): RowPlan {
  const rows = ratioRows.map((row) => ({ ratio: sumOf(row), tileCount: row.length }));
  const tiles = ratioRows.flatMap((ratios, place) => {
    const own = { ratio: sumOf(ratios), tileCount: ratios.length };
    const before = place === rows.length - 1 ? rows[place - 1] : undefined;
    const measure = before && before.ratio > own.ratio ? before : own;
    return ratios.map((ratio) => ({ share: ratio / measure.ratio, gapCount: measure.tileCount - 1 }));
  });
  const widest = rows.reduce((widest, row) => (row.ratio > widest.ratio ? row : widest), {
    ratio: 0,
    tileCount: 0,
  });
  return { rows, tiles, widest };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
