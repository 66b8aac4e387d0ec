import "server-only";
import { AppError } from "@/lib/domain/app-error";
import { type CallRow, listAbandonedCalls, listPlannedCalls } from "@/lib/server/db/queries/calls";
import { finishImage } from "@/lib/server/db/queries/images";
import { variantKey } from "@/lib/server/images/image-row";
import { keepPicture } from "@/lib/server/images/keep-picture";
import type { Services } from "@/lib/server/services";
import { endCall } from "./end-call";
import { loadCall } from "./load-call";

/**
 * Takes up what a stopped process left: planned calls go back to the queue, sent calls without a
 * living worker end as unknown. They are never sent again: they may have been billed. A picture
 * whose bytes were stored before the process died is finished from them.
 */
export async function recover(services: Services, params: { isStart: boolean }): Promise<void> {
  const { drizzle: db, kind } = services.database;
  // The embedded database belongs to one process, so at its start every other worker is dead.
  const onlyWorkerAlive = params.isStart && kind === "pglite" ? services.workerId : null;
  for (const call of await listAbandonedCalls(db, { onlyWorkerAlive })) await abandonCall(services, call);
  for (const call of await listPlannedCalls(db)) await services.queue.enqueue(db, call);
}

async function abandonCall(services: Services, call: CallRow): Promise<void> {
  const loaded = await loadCall(services.database.drizzle, { id: call.id });
  if (!loaded) return;
  for (const { id } of loaded.images) await finishFromStorage(services, id, call);
  await endCall(services, loaded, new AppError("interrupted"));
}

async function finishFromStorage(services: Services, id: string, call: CallRow): Promise<void> {
  const bytes = await services.storage.get(variantKey(id, "original", ""));
  if (!bytes) return;
  const durationMs = Date.now() - (call.sentAt?.getTime() ?? Date.now());
  const changes = { ...(await keepPicture(services.storage, { id, bytes })), durationMs };
  await finishImage(services.database.drizzle, { id, changes });
}
