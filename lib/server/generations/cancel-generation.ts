import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { endCall } from "@/lib/server/calls/end-call";
import { findGeneration } from "@/lib/server/db/queries/generations";
import { listOpenCallsOf, requestCancel } from "@/lib/server/db/queries/journal/calls";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Stops a generation: what was not sent never is, what was sent is aborted and may be billed.
 * @throws AppError not_found
 */
export async function cancelGeneration(services: Services, viewer: Viewer, id: string): Promise<void> {
  const { drizzle: db } = services.database;
  const generation = await findGeneration(db, { viewerId: viewer.id, id });
  if (!generation) throw new AppError("not_found");
  await requestCancel(db, { generationId: id });
  for (const call of await listOpenCallsOf(db, { generationId: id })) {
    services.running.get(call.id)?.abort();
    // Read after the wish to cancel was written, so that one that is held here can leave no more.
    const wasSent = call.state === "sent" && call.fence !== "held";
    const error = wasSent
      ? new AppError("cancelled")
      : new AppError("stopped", { message: "Cancelled before it was sent." });
    await endCall(services, { call, generation }, error);
  }
}
