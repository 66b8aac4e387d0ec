import * as z from "zod/mini";

/** Where a generation stands in a prompt matrix, 0-based. */
export const matrixCellSchema = z.object({
  row: z.int().check(z.nonnegative()),
  column: z.int().check(z.nonnegative()),
});
export type MatrixCell = z.infer<typeof matrixCellSchema>;
