import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";

/*
 * The database's clock is the one that all instances share. Theirs may differ by days, so none of them decides what is
 * due, expired or lapsed. `now()` would be the moment a transaction began, before it waited for its locks.
 */

/** Columns to be written, whose moments may be left to the database to name. */
export type WithMoments<Columns> = {
  [column in keyof Columns]: Date extends Columns[column] ? Columns[column] | SQL<Date> : Columns[column];
};

/** This moment; a test may name another. */
export function databaseNow(moment?: Date): SQL<Date> {
  return moment ? sql`${moment.toISOString()}::timestamptz` : sql`clock_timestamp()`;
}

/** So long before this moment. */
export function databaseAgo(ms: number, moment?: Date): SQL<Date> {
  return sql`${databaseNow(moment)} - ${ms} * interval '1 millisecond'`;
}

/** So long after this moment. */
export function databaseIn(ms: number, moment?: Date): SQL<Date> {
  return sql`${databaseNow(moment)} + ${ms} * interval '1 millisecond'`;
}

/** A clock that goes with the database's, however this machine's is set, now and later. */
export async function readDatabaseClock(db: Db): Promise<() => Date> {
  const { rows } = await db.execute<{ ms: number }>(
    sql`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`,
  );
  const readAtMs = performance.now();
  const databaseMs = Number(rows[0]?.ms);
  return () => new Date(databaseMs + performance.now() - readAtMs);
}
