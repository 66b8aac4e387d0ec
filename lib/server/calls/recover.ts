import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { settleAnswers } from "@/lib/server/answers/settle-answers";
import { listAbandonedCalls } from "@/lib/server/db/queries/calls";
import type { Services } from "@/lib/server/services";
import { abandonCall } from "./abandon-call";

/**
 * Takes up what a stopped process left: sent calls without a living worker are ended. One that cannot
 * be ended now is tried again later and holds up no other. Planned calls need nothing: whoever looks
 * for work finds them.
 */
export async function recover(services: Services, params: { isStart: boolean }): Promise<void> {
  const { drizzle: db, kind } = services.database;
  // The embedded database belongs to one process, so at its start every other worker is dead.
  const onlyWorkerAlive = params.isStart && kind === "pglite" ? services.workerId : null;
  await settleAnswers(services, onlyWorkerAlive);
  for (const call of await listAbandonedCalls(db, { onlyWorkerAlive })) {
    await abandonCall(services, call, new AppError("interrupted")).catch((error: unknown) =>
      services.log.warn("worker-error", { callId: call.id, error }),
    );
  }
}
