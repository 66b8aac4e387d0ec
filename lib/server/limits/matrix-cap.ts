import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { lockMatrix } from "@/lib/server/db/queries/matrices";
import { readMatrixSums } from "@/lib/server/db/queries/money/month-spending";
import type { SpendingGuard } from "@/lib/server/limits/spending-guard";

/**
 * Lets a cell's call be sent while the matrix is not stopped and stays within its cap: what ended, at
 * its cost; what is under way, at its estimate; and this call, at its estimate, may reach the cap and
 * not pass it. Where only the estimates of calls under way are in the way, it waits for their cost.
 */
export const guardMatrixCap: SpendingGuard = async (db, { generation, estimateUsd }) => {
  const { matrixId } = generation;
  const matrix = matrixId === null ? null : await lockMatrix(db, { id: matrixId });
  if (!matrix) return "send";
  if (matrix.stoppedAt) return new AppError("stopped");
  if (matrix.capUsd === null) return "send";
  if (estimateUsd === null) return capReached(matrix.capUsd);
  const { settledUsd, underWayUsd } = await readMatrixSums(db, { matrixId: matrix.id });
  const capMicroUsd = toMicroUsd(matrix.capUsd);
  if (toMicroUsd(settledUsd + underWayUsd + estimateUsd) <= capMicroUsd) return "send";
  const mayStillFit = underWayUsd > 0 && toMicroUsd(settledUsd + estimateUsd) <= capMicroUsd;
  return mayStillFit ? "wait" : capReached(matrix.capUsd);
};

function capReached(capUsd: number): AppError {
  const cap = capUsd.toLocaleString("en-US", {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 6,
  });
  return new AppError("cap_reached", { message: `The matrix reached its cap of ${cap}.` });
}
