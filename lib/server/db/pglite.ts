import "server-only";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { assertChannelName, type Database } from "@/lib/server/ports/database";
import * as schema from "@/lib/server/schema/studio-tables";
import { type DataLock, takeDataLock } from "./data-lock";
import { refuseOtherSchema } from "./schema-guard";
import { type OnPanic, startPglite } from "./start-pglite";

export type PgliteOptions = {
  /** Made when missing, for the owner alone. The database is its subfolder `db`. */
  folder: string;
  migrationsFolder: string;
  /** Where this studio answers, for the message to a second one on the same folder. */
  address?: string | undefined;
  /** A full or broken disk ends the process by default, as it ends a PostgreSQL server; the next start recovers. */
  onPanic?: OnPanic | undefined;
};

/**
 * The embedded database: PostgreSQL in this process, in a folder. Throws a `DataFolderInUseError` when another
 * studio has the folder, a `PgliteStartError` when PostgreSQL itself refuses. One connection serves everyone: a
 * query outside a transaction waits for it to end, so inside a transaction use the transaction alone.
 */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  const { folder, migrationsFolder, address, onPanic = endProcess } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // PGlite's files are readable by everyone, so the folder must not be, even if it was there before.
  await chmod(folder, 0o700);
  const lock = takeDataLock(folder, { address });
  try {
    const pglite = await startPglite(path.join(folder, "db"), onPanic);
    return await migrated(pglite, migrationsFolder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function migrated(pglite: PGlite, migrationsFolder: string, lock: DataLock): Promise<Database> {
  const db = drizzle({ client: pglite, schema });
  try {
    await refuseOtherSchema(db, migrationsFolder);
    await migrate(db, { migrationsFolder });
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return {
    kind: "pglite",
    ...{ drizzle: db, reads: db, leases: db },
    // In this process: what reads from it finds out by itself.
    async ping() {},
    async listen(channel, onPayload) {
      assertChannelName(channel);
      return await pglite.listen(channel, onPayload);
    },
    async maintain() {
      await pglite.exec("VACUUM (ANALYZE)");
      await pglite.exec("CHECKPOINT");
    },
    async close() {
      await pglite.close();
      lock.release();
    },
  };
}

function endProcess(message: string): void {
  process.stderr.write(`The database stopped: ${message}\n`);
  process.exit(1);
}
