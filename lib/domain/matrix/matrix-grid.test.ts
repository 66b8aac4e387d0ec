import { expect, test } from "vitest";
import { gridOf } from "./matrix-grid";

const matrix = { rowLabels: ["a", "b"], columnLabels: ["x", "y", "z"] };
const at = (row: number, column: number) => ({ name: `${row}${column}`, cell: { row, column } });

test("puts each item at its place, whatever their order, and leaves struck places empty", () => {
  const items = [at(1, 2), at(0, 0), at(1, 0), { name: "alone", cell: null }];
  const names = gridOf(matrix, items, ({ cell }) => cell).map((row) => row.map((item) => item?.name ?? null));
  expect(names).toEqual([
    ["00", null, null],
    ["10", null, "12"],
  ]);
});
