import type { MatrixEntry } from "@/components/gallery/gallery-entries";
import type { Image } from "@/lib/domain/generation/image";
import { gridOf } from "@/lib/domain/matrix/matrix-grid";

/** A narrower picture says nothing; a wider grid scrolls sideways. */
export const MATRIX_COLUMN_MIN_PX = 132;
/** A wider one would leave no two rows on a screen to be compared. */
export const MATRIX_COLUMN_MAX_PX = 280;
/** So many tiles of one block stand on the page; the rest of a cell is a number. */
const TILES_MAX = 120;

type Cell = MatrixEntry["cells"][number];
/** What a place of the grid shows; null where it was struck, deleted or left out by the filter. */
export type GridCell = { cell: Cell; shown: readonly Image[]; hiddenCount: number } | null;

/** The cells row by row, as the labels name them. */
export function matrixGrid({ matrix, cells, images }: MatrixEntry): GridCell[][] {
  const perCell = Math.max(1, Math.floor(TILES_MAX / Math.max(cells.length, 1)));
  const isAll = images.length <= TILES_MAX;
  return gridOf(matrix, cells, ({ generation }) => generation.cell).map((row) =>
    row.map((cell) => {
      if (!cell) return null;
      const shown = isAll ? cell.images : cell.images.slice(0, perCell);
      return { cell, shown, hiddenCount: cell.images.length - shown.length };
    }),
  );
}

/** Dollars spent so far, and how many calls' worth of pictures are still to come. */
export function matrixProgress({ cells, images }: MatrixEntry) {
  const spentUsd = images.reduce(
    (sum, image) => sum + (image.state === "completed" ? (image.costUsd ?? 0) : 0),
    0,
  );
  const openCount = images.filter(({ state }) => state === "waiting" || state === "developing").length;
  const doneCount = images.filter(({ state }) => state === "completed").length;
  const estimates = cells.map(({ generation }) => generation.estimateUsd);
  const estimateUsd = estimates.some((usd) => usd === null)
    ? null
    : estimates.reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
  return { spentUsd, openCount, doneCount, estimateUsd };
}
