import "server-only";
import { markWaiting } from "@/lib/server/db/queries/images";
import type { Services } from "@/lib/server/services";

/**
 * Whether a picture could be stored now; asked before a call is taken for sending. Where it could not, nothing is
 * sent: what waits says so, and goes on when storage is back.
 */
export async function isStorageReady(services: Services): Promise<boolean> {
  if (services.keeper.hasRoom() && (await services.storageWatch.isWritable())) return true;
  await markWaiting(services.database.drizzle, { waitsFor: "storage" });
  return false;
}

/** Lets go on what waited for storage, each time that it is back; the answer ends that. */
export function wakeWhenStorageIsBack(services: Services): () => void {
  const { log, queue, storageWatch } = services;
  const { drizzle: db } = services.database;
  const wake = async () => {
    await markWaiting(db, { waitsFor: null });
    await queue.wake(db);
  };
  return storageWatch.onBack(() => {
    wake().catch((error: unknown) => log.warn("worker-error", { error }));
  });
}
