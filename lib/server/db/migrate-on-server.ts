import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import * as schema from "@/lib/server/schema/studio-tables";
import { ConnectionLostError, databaseFaultOf } from "./database-fault";
import { refuseOtherSchema } from "./schema-guard";

export type ServerStart = {
  url: string;
  migrationsFolder: string;
  /** How long the server may be away, in milliseconds; it is not waited for by default. */
  waitMs?: number | undefined;
  /** Told once, when it has to be waited for. */
  onWait?: ((reason: string) => void) | undefined;
};

/** Any number, as long as every instance of the studio uses the same and nothing else in the database does. */
const migrationLock = 7_233_528;
const TRY_EVERY_MS = 1_000;
const CONNECT_MS = 5_000;
/** For another instance that migrates, and for the tables that others use. */
const LOCK_MS = 60_000;

/**
 * Brings the tables up to date. Two instances may start at once: the second waits, then finds nothing left to do.
 * @throws Error the driver's, when the server is still away after `waitMs`; OtherSchemaError
 */
export async function migrateOnServer(start: ServerStart): Promise<void> {
  const client = await connectInTime(start);
  const db = drizzle({ client, schema });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await refuseOtherSchema(db, start.migrationsFolder);
    await migrate(db, { migrationsFolder: start.migrationsFolder });
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

async function connectInTime({ url, waitMs = 0, onWait }: ServerStart): Promise<Client> {
  const endsAtMs = performance.now() + waitMs;
  let isTold = false;
  for (;;) {
    try {
      return await connect(url);
    } catch (error) {
      if (databaseFaultOf(error) !== "lost" || performance.now() >= endsAtMs) throw error;
      if (!isTold) onWait?.(error instanceof Error ? error.message : "");
      isTold = true;
      await pause(TRY_EVERY_MS);
    }
  }
}

async function connect(url: string): Promise<Client> {
  const limits = { lock_timeout: LOCK_MS, idle_in_transaction_session_timeout: LOCK_MS };
  const client = new Client({
    ...{ connectionString: url, application_name: "safelight", keepAlive: true, ...limits },
    connectionTimeoutMillis: CONNECT_MS,
  });
  // Lost while it is in use: the query that runs is told of it.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : "";
    throw new ConnectionLostError(words || "The database does not answer.", { cause });
  }
  return client;
}
