import "server-only";
import { Pool } from "pg";

/** How long anything may take before it counts as failed: a server can vanish without a word. */
export type PoolLimits = {
  /** Connections at once. */
  max: number;
  /** To a connection, whether made or waited for. */
  connectMs: number;
  /** For a lock that another transaction holds. */
  lockMs: number;
  /** For one statement, by the server's clock; null where a statement may take long. */
  statementMs: number | null;
  /** Between two statements of a transaction: a studio that froze in one must let go of its locks. */
  idleInTransactionMs: number;
};

/** A statement that the server gave up is reported before this side stops listening. */
const ANSWER_ROOM_MS = 1_500;
const KEEP_ALIVE_AFTER_MS = 10_000;

/** The limits in the driver's words. */
function poolConfig(url: string, limits: PoolLimits) {
  const { max, connectMs, lockMs, statementMs, idleInTransactionMs } = limits;
  return {
    connectionString: url,
    max,
    application_name: "safelight",
    connectionTimeoutMillis: connectMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    ...(statementMs !== null && {
      statement_timeout: statementMs,
      query_timeout: statementMs + ANSWER_ROOM_MS,
    }),
  };
}

/**
 * Connections to the server that end with an error and not with the process, and of which none is waited for
 * without end. When one died without a word its idle neighbours are let go with it: they go the same way.
 */
export function openPool(url: string, limits: PoolLimits): Pool {
  const pool = new Pool(poolConfig(url, limits));
  // An idle connection was lost: the pool makes another when one is needed. Unheard, it would end the process.
  pool.on("error", () => {});
  // The same of one in use: its query fails, which is told to whoever waits for it.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("release", (error) => {
    if (isTimeout(error)) letGoOfIdle(pool);
  });
  return pool;
}

/** The driver has no code for it. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === "Query read timeout";
}

function letGoOfIdle(pool: Pool): void {
  for (let left = pool.idleCount; left > 0; left -= 1) {
    pool.connect().then(
      (client) => client.release(true),
      () => {},
    );
  }
}
