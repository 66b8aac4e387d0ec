import "server-only";
import { LEASE_MS } from "@/lib/server/db/queries/journal/calls";
import { extendLeases } from "@/lib/server/db/queries/leases";
import type { Services } from "@/lib/server/services";

/** How often a worker gives a sign of life: three may be lost before it is believed dead. */
export const BEAT_MS = LEASE_MS / 4;

/**
 * One sign of life for everything that this process follows. One statement on a connection that nothing else uses:
 * neither storage nor a lock that others wait for can make a living worker look dead.
 */
export async function keepLeases({ database, workerId, running, keeper }: Services): Promise<void> {
  const ids = [...running.keys(), ...keeper.callIds()];
  const askedAtMs = performance.now();
  for (const { id, isSent, isCancelled } of await extendLeases(database.leases, { workerId, ids })) {
    const run = running.get(id);
    if (isCancelled) run?.abort();
    else if (isSent) run?.confirmLease(askedAtMs);
  }
}
