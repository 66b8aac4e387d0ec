import "server-only";
import { DrizzleQueryError } from "drizzle-orm";

/**
 * What is wrong with the database, and not with a query:
 * - `lost`: no connection could be had, it died, or the server is stopping, starting or full;
 * - `busy`: a lock or an answer was waited for too long;
 * - `collision`: two transactions stood in each other's way and the server ended this one, undone.
 */
export type DatabaseFault = "lost" | "busy" | "collision";

/** Before a query there must be a connection: it could not be had, or died before anything was committed. */
export class ConnectionLostError extends Error {
  override name = "ConnectionLostError";
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: no letter before H, so no EPIPE of Node's. */
const SQL_STATE = /^[0-9HPX][0-9A-Z]{4}$/;
/** Connection exceptions, an operator's intervention, too many connections, ended while idle in a transaction. */
const LOST = /^(08...|57P..|53300|25P03)$/;
/** lock_timeout and statement_timeout. */
const BUSY = /^(55P03|57014)$/;
/** serialization_failure and deadlock_detected. */
const COLLISION = /^(40001|40P01)$/;

/** Null: the database is well, and this is a fault of a query or of something else. */
export function databaseFaultOf(thrown: unknown): DatabaseFault | null {
  const state = sqlStateOf(thrown);
  if (state === null) return isOfDriver(thrown) ? "lost" : null;
  if (LOST.test(state)) return "lost";
  if (BUSY.test(state)) return "busy";
  return COLLISION.test(state) ? "collision" : null;
}

/** The five letters in which PostgreSQL says what is wrong, of an error or of what caused it. */
export function sqlStateOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  if ("code" in thrown && typeof thrown.code === "string" && SQL_STATE.test(thrown.code)) return thrown.code;
  return sqlStateOf(thrown.cause);
}

/** A query that failed without a word from PostgreSQL failed on the way there or back. */
function isOfDriver(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (
    thrown instanceof ConnectionLostError || thrown instanceof DrizzleQueryError || isOfDriver(thrown.cause)
  );
}
