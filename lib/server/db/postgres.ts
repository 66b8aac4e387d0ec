import "server-only";
import type { Database } from "@/lib/server/ports/database";
import { migrateOnServer, type ServerStart } from "./migrate-on-server";
import { openPool, type PoolLimits } from "./pools/open-pool";
import { openDb } from "./pools/transaction";
import { openPostgresListener } from "./postgres-listener";

/*
 * With the one that listens, an instance holds eleven connections: a small server allows 25, so two fit. What
 * waits for locks has a pool of its own, so that neither signs of life nor readers stand behind it.
 */
const WORK: PoolLimits = {
  ...{ max: 6, connectMs: 5_000, lockMs: 4_000 },
  ...{ statementMs: 10_000, idleInTransactionMs: 10_000 },
};
const READS: PoolLimits = { ...WORK, max: 3, connectMs: 3_000, lockMs: 2_000, statementMs: 3_000 };
/** A sign of life that takes longer than this is none. */
const LEASES: PoolLimits = { ...WORK, max: 1, connectMs: 3_000, lockMs: 2_000, statementMs: 2_000 };

/** A PostgreSQL server. Any number of studios may share its database. */
export async function openPostgres(start: ServerStart): Promise<Database> {
  const { url } = start;
  await migrateOnServer(start);
  const pools = { work: openPool(url, WORK), reads: openPool(url, READS), leases: openPool(url, LEASES) };
  const listener = openPostgresListener(url);
  return {
    kind: "postgres",
    drizzle: openDb(pools.work),
    reads: openDb(pools.reads),
    leases: openDb(pools.leases),
    ping: async () => void (await pools.reads.query("select 1")),
    listen: listener.listen,
    // The server does this by itself.
    async maintain() {},
    async close() {
      await listener.close();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}
