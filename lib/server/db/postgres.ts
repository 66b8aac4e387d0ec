import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { Database } from "@/lib/server/ports/database";
import * as schema from "@/lib/server/schema/studio-tables";
import { openPostgresListener } from "./postgres-listener";

export type PostgresOptions = {
  /** `postgres://user:password@host:port/database` */
  url: string;
  migrationsFolder: string;
};

/** With the one that listens, an instance holds six connections: a small server allows 25. */
const poolSizeMax = 5;
/** Any number, as long as every instance of the studio uses the same and nothing else in the database does. */
const migrationLock = 7_233_528;

/** A PostgreSQL server. Any number of studios may share its database. */
export async function openPostgres({ url, migrationsFolder }: PostgresOptions): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: poolSizeMax });
  // An idle connection was lost: the pool makes another when one is needed. Unheard, it would end the process.
  pool.on("error", () => {});
  try {
    await migrateOnce(pool, migrationsFolder);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = openPostgresListener(url);
  return {
    kind: "postgres",
    drizzle: drizzle({ client: pool, schema }),
    listen: listener.listen,
    // The server does this by itself.
    async maintain() {},
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

/** Two instances may start at once: the second waits, then finds nothing left to do. */
async function migrateOnce(pool: Pool, migrationsFolder: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder });
    await client.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
    client.release();
  } catch (error) {
    // Closed, not returned: the lock goes with the connection.
    client.release(true);
    throw error;
  }
}
