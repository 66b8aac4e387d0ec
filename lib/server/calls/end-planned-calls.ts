import "server-only";
import type { AppError } from "@/lib/domain/errors/app-error";
import { endCall } from "@/lib/server/calls/end-call";
import { listPlannedCallsOfMatrix } from "@/lib/server/db/queries/matrices";
import type { Services } from "@/lib/server/services";

/** Ends all calls of a matrix that were not sent. One that is being sent right now is left to its end. */
export async function endPlannedCalls(
  services: Pick<Services, "database" | "modelOf">,
  params: { matrixId: string },
  error: AppError,
): Promise<void> {
  for (const planned of await listPlannedCallsOfMatrix(services.database.drizzle, params)) {
    await endCall(services, planned, error, ["planned"]);
  }
}
