import type { Axis, AxisPlace } from "./matrix-axis";

/** A line of cells: the places, one of each axis of its side, in the order of the axes. */
export type MatrixLine = { label: string; places: AxisPlace[] };
export type MatrixLayout = { rows: MatrixLine[]; columns: MatrixLine[] };

/** More pictures than this do not stand side by side on a laptop without getting small. */
const COLUMNS_WIDE = 6;
/** Between the labels of several axes. */
const LABEL_JOINT = " · ";

/** How many cells these axes span. */
export function cellCountOf(axes: readonly Axis[]): number {
  return axes.reduce((count, { places }) => count * places.length, 1);
}

/**
 * Which axes go down and which across: the first ones are rows, the rest columns, cut where the
 * longer side is shortest. Of two equal cuts the wider one is taken up to six columns, so one axis
 * of a few values is one row and a longer one is a column.
 */
export function layOut(axes: readonly Axis[]): MatrixLayout {
  const cuts = Array.from({ length: axes.length + 1 }, (_, cut) => {
    const rows = axes.slice(0, cut);
    const columns = axes.slice(cut);
    return { rows, columns, down: cellCountOf(rows), across: cellCountOf(columns) };
  });
  const longest = ({ down, across }: { down: number; across: number }) => Math.max(down, across);
  const shortest = Math.min(...cuts.map(longest));
  const best = cuts.filter((cut) => longest(cut) === shortest);
  // Rows grow with the cut, so the widest comes first.
  const chosen = best.find(({ across }) => across <= COLUMNS_WIDE) ?? best.at(-1);
  return { rows: linesOf(chosen?.rows ?? []), columns: linesOf(chosen?.columns ?? []) };
}

function linesOf(axes: readonly Axis[]): MatrixLine[] {
  const all = axes.reduce<AxisPlace[][]>(
    (known, { places }) => known.flatMap((line) => places.map((place) => [...line, place])),
    [[]],
  );
  return all.map((places) => ({ places, label: places.map(({ label }) => label).join(LABEL_JOINT) }));
}
