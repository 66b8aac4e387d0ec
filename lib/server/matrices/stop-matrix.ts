import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import { endPlannedCalls } from "@/lib/server/calls/end-planned-calls";
import { findMatrix, lockMatrix, markMatrixStopped, readMatrixRow } from "@/lib/server/db/queries/matrices";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Stops a matrix: what was not sent never is and is not billed; what was sent finishes, since it is
 * paid for anyway. Stopping twice is stopping once.
 * @throws AppError not_found
 */
export async function stopMatrix(services: Services, viewer: Viewer, id: string): Promise<Matrix> {
  const { drizzle: db } = services.database;
  const owned = await findMatrix(db, { viewerId: viewer.id, id });
  if (!owned) throw new AppError("not_found");
  // The lock is the one that a call is taken under: after it, none is taken any more.
  await db.transaction(async (tx) => {
    await lockMatrix(tx, { id });
    await markMatrixStopped(tx, { id });
  });
  await endPlannedCalls(services, { matrixId: id }, new AppError("stopped"));
  return (await readMatrixRow(db, { id })) ?? owned;
}
