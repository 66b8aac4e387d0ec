import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import {
  createTableRelationsHelpers,
  type ExtractTablesWithRelations,
  extractTablesRelationalConfig,
} from "drizzle-orm";
import { drizzle, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Pool, PoolClient } from "pg";
import type { Db } from "@/lib/server/ports/database";
import * as schema from "@/lib/server/schema/studio-tables";
import { ConnectionLostError, databaseFaultOf } from "../database-fault";

const TRIES_MAX = 4;
/** After that much of waiting for a lost database the one who asked is told. */
const LOST_MS_MAX = 5_000;
/** Two that collided must not meet again at once. */
const PAUSE_MS_MAX = 50;

/** The server has nothing to do for it: a connection that does not answer so soon is dead. */
const BEGIN = { text: "begin", query_timeout: 2_000 };
const ROLLBACK = { text: "rollback", query_timeout: 2_000 };

const dialect = new PgDialect();
type Tables = ExtractTablesWithRelations<typeof schema>;
const { tables, tableNamesMap } = extractTablesRelationalConfig<Tables>(schema, createTableRelationsHelpers);
const relational = { fullSchema: schema, schema: tables, tableNamesMap };

/** Queries on a pool; a transaction returns its connection to the pool whatever happens to it. */
export function openDb(pool: Pool): Db {
  const db = drizzle({ client: pool, schema });
  // The package's own begins before it holds on to the connection: one that fails there is never given back.
  db.transaction = (run) => inTransaction(pool, run);
  return db;
}

type Transaction = NodePgTransaction<typeof schema, Tables>;

/**
 * Runs `run` in a transaction. It is run again where nothing can have been committed and the database was the
 * reason: a collision with another transaction, or a connection that died before the commit was sent. So it
 * changes nothing but the database.
 */
async function inTransaction<T>(pool: Pool, run: (db: Transaction) => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  for (let tryNumber = 1; ; tryNumber += 1) {
    const progress: Progress = { isCommitting: false };
    try {
      return await attempt(pool, run, progress);
    } catch (error) {
      const isLate = performance.now() - startedAtMs > LOST_MS_MAX;
      if (!mayRunAgain(error, progress, isLate) || tryNumber === TRIES_MAX) throw error;
      await pause(Math.random() * PAUSE_MS_MAX);
    }
  }
}

function mayRunAgain(error: unknown, { isCommitting }: Progress, isLate: boolean): boolean {
  const fault = databaseFaultOf(error);
  return fault === "collision" || (fault === "lost" && !isCommitting && !isLate);
}

type Progress = { isCommitting: boolean };

async function attempt<T>(pool: Pool, run: (db: Transaction) => Promise<T>, progress: Progress): Promise<T> {
  const client = await reached(pool.connect());
  let isUsable = false;
  try {
    await reached(client.query(BEGIN));
    const session = new NodePgSession(client, dialect, relational);
    const result = await run(new NodePgTransaction(dialect, session, relational));
    progress.isCommitting = true;
    await reached(client.query("commit"));
    isUsable = true;
    return result;
  } catch (error) {
    isUsable = await isRolledBack(client, error);
    throw error;
  } finally {
    // One in an unknown state is closed, and the server undoes what it left.
    client.release(!isUsable);
  }
}

/** A connection that was lost answers nothing more, so it is not asked. */
async function isRolledBack(client: PoolClient, error: unknown): Promise<boolean> {
  if (databaseFaultOf(error) === "lost") return false;
  return client.query(ROLLBACK).then(
    () => true,
    () => false,
  );
}

/** What goes wrong outside a query of drizzle's is named by the driver alone. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ConnectionLostError("The database does not answer.", { cause });
  }
}
