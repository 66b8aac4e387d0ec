import "server-only";
import { extendLeases, LEASE_MS, listCancelledCallIds } from "@/lib/server/db/queries/calls";
import type { Drain } from "@/lib/server/ports/drain";
import type { Services } from "@/lib/server/services";
import { drainCalls } from "./drain-calls";
import { maintain } from "./maintain";
import { recover } from "./recover";
import { takeNextCall } from "./take-next-call";
import { wakeWhenStorageIsBack } from "./wait-for-storage";

const HEARTBEAT_MS = LEASE_MS / 4;
const MAINTENANCE_MS = 10 * 60_000;

/**
 * Starts this process's part of the work: taking calls from the queue, giving signs of life for
 * them, hearing of cancels from elsewhere, and taking up what dead processes left. The answer stops it: nothing
 * new is taken, what is under way is waited for or ended, and the journal says so before the database closes.
 */
export async function startWorker(services: Services): Promise<(drain: Drain) => Promise<void>> {
  const { log, queue, env } = services;
  await recover(services, { isStart: true });
  await queue.work(env.STUDIO_CALLS_AT_ONCE, () => takeNextCall(services));
  const stopWaking = wakeWhenStorageIsBack(services);
  let beat = Promise.resolve();
  const timer = setInterval(() => {
    beat = beat
      .then(() => heartbeat(services))
      .catch((error: unknown) => log.warn("worker-error", { error }));
  }, HEARTBEAT_MS);
  const maintenance = setInterval(() => void maintain(services), MAINTENANCE_MS);
  return async (drain) => {
    await queue.stop();
    await drainCalls(services, drain);
    // Until here there was something to give signs of life for.
    clearInterval(timer);
    clearInterval(maintenance);
    stopWaking();
    await beat;
  };
}

async function heartbeat(services: Services): Promise<void> {
  const { drizzle: db } = services.database;
  const { workerId, running, keeper } = services;
  const own = { workerId, ids: [...running.keys(), ...keeper.callIds()] };
  await extendLeases(db, own);
  for (const id of await listCancelledCallIds(db, own)) {
    services.running.get(id)?.abort();
  }
  await recover(services, { isStart: false });
}
