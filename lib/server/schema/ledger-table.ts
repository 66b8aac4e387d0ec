import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

/**
 * How far the money of a call is. `planned`: it waits, and may cost its estimate. `committed`: it was sent, and
 * counts at the upper end of its estimate. Settled are `free`: nothing was charged; `estimated`: it was or may have
 * been charged, and nobody knows how much; `final`: at its cost.
 */
export type LedgerBasis = "planned" | "committed" | "free" | "estimated" | "final";

/** Millionths of a dollar: they add up exactly. */
const microUsd = (name: string) => bigint(name, { mode: "number" });

/**
 * What each call costs, one row a call: months, days, people, sessions and matrices are sums of these. A row moves
 * forward only, by conditional statements, so that nobody can count twice or nothing. It outlives its session.
 */
export const ledger = pgTable(
  "ledger",
  {
    callId: uuid("call_id").primaryKey(),
    viewerId: text("viewer_id").notNull(),
    /** Null for what was spent before there was a ledger, in sessions that are gone. */
    sessionId: uuid("session_id"),
    matrixId: uuid("matrix_id"),
    modelId: text("model_id").notNull(),
    /** Who charges for it; null until it is sent. */
    provider: text("provider"),
    basis: text("basis").$type<LedgerBasis>().notNull(),
    /** The estimate, from end to end; null where there is none. */
    lowerMicroUsd: microUsd("lower_micro_usd"),
    upperMicroUsd: microUsd("upper_micro_usd"),
    /** What a settled call counts; null where nobody can tell. */
    costMicroUsd: microUsd("cost_micro_usd"),
    /** Finished pictures, whatever became of them later. */
    pictures: integer("pictures").notNull().default(0),
    /** The day (UTC) on which it was settled. */
    day: date("day", { mode: "string" }),
  },
  (t) => [
    index("ledger_by_day").on(t.viewerId, t.day).where(sql`${t.day} is not null`),
    index("ledger_open").on(t.viewerId).where(sql`${t.basis} in ('planned', 'committed')`),
    index("ledger_by_matrix").on(t.matrixId).where(sql`${t.matrixId} is not null`),
    index("ledger_by_session").on(t.sessionId),
    index("ledger_by_viewer").on(t.viewerId, t.callId),
  ],
);
