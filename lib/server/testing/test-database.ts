import { randomUUID } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { inject } from "vitest";
import { openPglite } from "@/lib/server/db/pglite";
import { openPostgres } from "@/lib/server/db/postgres";
import type { Database } from "@/lib/server/ports/database";
import { databaseUrl, onServer } from "./postgres-statement";
import "./provided-database";
import { makeTestFolder } from "./test-folder";

const migrationsFolder = path.join(import.meta.dirname, "..", "db", "migrations");

/** For tests: an empty database of their own, of the kind that the project they run in provides. */
export async function openTestDatabase(): Promise<Database & AsyncDisposable> {
  const provided = inject("testDatabase");
  if (provided.kind === "postgres") {
    const made = await createPostgresDatabase(provided.template);
    const database = await openPostgres({ url: made.url, migrationsFolder });
    return disposable(database, async () => made[Symbol.asyncDispose]());
  }
  const folder = await makeTestFolder("studio");
  await cp(provided.folder, folder, { recursive: true });
  const database = await openPglite({ folder, migrationsFolder });
  return disposable(database, () => rm(folder, { recursive: true, force: true }));
}

/**
 * For tests of the project that runs on PostgreSQL: a database on its server.
 * @param template a database to copy; empty, without even a table, when left out
 */
export async function createPostgresDatabase(
  template = "template0",
): Promise<{ name: string; url: string; serverUrl: string } & AsyncDisposable> {
  const provided = inject("testDatabase");
  if (provided.kind !== "postgres") throw new Error("These tests belong into the project on PostgreSQL.");
  const serverUrl = provided.url;
  const name = `safelight_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  return {
    ...{ name, serverUrl, url: databaseUrl(serverUrl, name) },
    // Whoever is still connected was to be gone by now, but is no reason to leave the database behind.
    [Symbol.asyncDispose]: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

function disposable(database: Database, remove: () => Promise<void>): Database & AsyncDisposable {
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await remove();
    },
  };
}
