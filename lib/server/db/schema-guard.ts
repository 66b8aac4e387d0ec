import "server-only";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "@/lib/server/ports/database";

/** The tables are not those of this version of the studio; the message says what to do. */
export class OtherSchemaError extends Error {
  override name = "OtherSchemaError";
}

const NEWER =
  "The database belongs to a newer version of the studio, or to another branch of it: it has changes that this " +
  "version does not know. Start that version again, or restore a backup that was made before.";
const SKIPPED =
  "The database is ahead of a change that this version brings, which would be skipped. " +
  "Two branches were mixed: start the version that wrote the database last, or restore a backup.";

/**
 * Refuses a database that this code must not touch. To be asked before migrating: the migrator looks at the time of
 * the newest change alone, so that older code starts on newer tables, and a change that came late is left out.
 * @throws OtherSchemaError
 */
export async function refuseOtherSchema(db: Db, migrationsFolder: string): Promise<void> {
  const applied = await readApplied(db);
  const known = readMigrationFiles({ migrationsFolder });
  if (applied.some(({ hash }) => !known.some((migration) => migration.hash === hash)))
    throw new OtherSchemaError(NEWER);
  if (known.some((migration) => isSkipped(migration, applied))) throw new OtherSchemaError(SKIPPED);
}

type Applied = { hash: string; createdAtMs: number };

function isSkipped({ hash, folderMillis }: MigrationMeta, applied: Applied[]): boolean {
  const isApplied = applied.some((migration) => migration.hash === hash);
  return !isApplied && applied.some(({ createdAtMs }) => createdAtMs >= folderMillis);
}

async function readApplied(db: Db): Promise<Applied[]> {
  const table = "drizzle.__drizzle_migrations";
  const { rows: tables } = await db.execute<{ exists: boolean }>(
    sql`select to_regclass(${table}) is not null as exists`,
  );
  if (!tables[0]?.exists) return [];
  const { rows } = await db.execute<{ hash: string; created_at: string }>(
    sql`select hash, created_at from drizzle.__drizzle_migrations`,
  );
  return rows.map((row) => ({ hash: row.hash, createdAtMs: Number(row.created_at) }));
}
