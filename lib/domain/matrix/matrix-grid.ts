import type { MatrixCell } from "@/lib/domain/generation/matrix-cell";
import type { Matrix } from "./matrix";

/**
 * What stands at each place of a matrix, row by row as its labels name them; null where a cell was struck.
 * @param placeOf where an item belongs; null for one outside the matrix
 */
export function gridOf<Item>(
  { rowLabels, columnLabels }: Pick<Matrix, "rowLabels" | "columnLabels">,
  items: readonly Item[],
  placeOf: (item: Item) => MatrixCell | null,
): (Item | null)[][] {
  const byPlace = new Map(items.map((item) => [keyOf(placeOf(item)), item]));
  return rowLabels.map((_, row) =>
    columnLabels.map((_, column) => byPlace.get(keyOf({ row, column })) ?? null),
  );
}

function keyOf(place: MatrixCell | null): string {
  return place ? `${place.row} ${place.column}` : "";
}
