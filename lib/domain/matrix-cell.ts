import { z } from "zod";

/** Where a generation stands in a prompt matrix, 0-based. */
export const matrixCellSchema = z.object({ row: z.int().nonnegative(), column: z.int().nonnegative() });
export type MatrixCell = z.infer<typeof matrixCellSchema>;
