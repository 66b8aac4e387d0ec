import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "@/lib/server/schema/studio-tables";

type QueryRows<Row> = { rows: Row[] };

/** What `execute` answers on both databases. */
interface QueryRowsHKT extends PgQueryResultHKT {
  type: QueryRows<this["row"]>;
}

/** What query functions take: either database, or a transaction on it. */
export type Db = PgDatabase<QueryRowsHKT, typeof schema>;

/** One open database, whichever kind. */
export type Database = {
  kind: "pglite" | "postgres";
  drizzle: Db;
  /** For what is only shown: it never stands behind those who wait for a lock. The same where there is one connection. */
  reads: Db;
  /** For signs of life alone: one statement at a time, and nothing else in its way. */
  leases: Db;
  /** Whether it can be read now: throws, within seconds, when it cannot. */
  ping(): Promise<void>;
  /**
   * Hears every `NOTIFY channel, 'payload'` from here on, from this process and others; the answer stops it.
   * A channel is a lower-case name (a-z, 0-9, _). What is notified while a lost connection is being restored is
   * not repeated: `onGap` says when that happened, so that the listener can read what it missed.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  /**
   * What a PostgreSQL server does for itself and the embedded one leaves to its owner: checkpoints (or the journal
   * grows without end), vacuum and statistics. To be called every ten minutes or so.
   */
  maintain(): Promise<void>;
  close(): Promise<void>;
};

/** Throws unless the name needs no quoting, because LISTEN takes no parameters. */
export function assertChannelName(channel: string): void {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(channel))
    throw new Error(`${JSON.stringify(channel)} is no channel name.`);
}
