import "server-only";
import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { type LedgerBasis, ledger } from "@/lib/server/schema/ledger-table";
import { thisMonth, today } from "./ledger";

/** Dollars of this month (UTC, by the database's clock), as the ledger has them at one moment. */
export type MonthSums = {
  /** What settled calls count; of it `estimatedUsd` at the upper end of an estimate. */
  settledUsd: number;
  estimatedUsd: number;
  /** Upper ends of calls that were sent and are not settled, whenever that was. */
  committedUsd: number;
  /** Upper ends of calls that wait to be sent. */
  plannedUsd: number;
};

/**
 * All of them from one statement: a call that is settled meanwhile counts before or after it, never neither and never
 * twice. Whoever decides by it holds the viewer's lock (`lockSpending`) before it is asked.
 */
export async function readMonthSums(db: Db, params: { viewerId: string }): Promise<MonthSums> {
  const isOwn = eq(ledger.viewerId, params.viewerId);
  const ofMonth = and(isOwn, gte(ledger.day, thisMonth()));
  const open = (basis: LedgerBasis) => sum(ledger.upperMicroUsd, and(isOwn, eq(ledger.basis, basis)));
  const { rows } = await db.execute<Record<keyof MonthSums, string>>(sql`select
    ${sum(ledger.costMicroUsd, ofMonth)} as "settledUsd",
    ${sum(ledger.costMicroUsd, and(ofMonth, eq(ledger.basis, "estimated")))} as "estimatedUsd",
    ${open("committed")} as "committedUsd",
    ${open("planned")} as "plannedUsd"`);
  const [row] = rows;
  const usd = (name: keyof MonthSums) => Number(row?.[name] ?? 0) / 1e6;
  return {
    settledUsd: usd("settledUsd"),
    estimatedUsd: usd("estimatedUsd"),
    committedUsd: usd("committedUsd"),
    plannedUsd: usd("plannedUsd"),
  };
}

/** "2026-11-22" */
export async function readToday(db: Db): Promise<string> {
  const { rows } = await db.execute<{ day: string }>(sql`select ${today()}::text as day`);
  return rows[0]?.day ?? "";
}

/** Dollars and pictures of the days of this month on which something was settled. */
export async function listMonthDays(db: Db, params: { viewerId: string }) {
  return db
    .select({
      day: sql<string>`${ledger.day}::text`,
      usd: sql<number>`coalesce(sum(${ledger.costMicroUsd}), 0)`.mapWith((sum) => Number(sum) / 1e6),
      pictureCount: sql<number>`coalesce(sum(${ledger.pictures}), 0)`.mapWith(Number),
    })
    .from(ledger)
    .where(and(eq(ledger.viewerId, params.viewerId), gte(ledger.day, thisMonth())))
    .groupBy(ledger.day)
    .orderBy(asc(ledger.day));
}

/** Dollars of a matrix: what settled calls count, and the upper ends of calls that were sent. */
export async function readMatrixSums(
  db: Db,
  params: { matrixId: string },
): Promise<{ settledUsd: number; underWayUsd: number }> {
  const isOwn = eq(ledger.matrixId, params.matrixId);
  const [sums] = await db
    .select({
      settledUsd: sql<string>`coalesce(sum(${ledger.costMicroUsd}), 0)`,
      underWayUsd: sql<string>`coalesce(sum(${ledger.upperMicroUsd}) filter (where ${ledger.basis} = 'committed'), 0)`,
    })
    .from(ledger)
    .where(and(isOwn, inArray(ledger.basis, ["committed", "estimated", "final"])));
  return {
    settledUsd: Number(sums?.settledUsd ?? 0) / 1e6,
    underWayUsd: Number(sums?.underWayUsd ?? 0) / 1e6,
  };
}

function sum(column: typeof ledger.costMicroUsd | typeof ledger.upperMicroUsd, where: SQL | undefined): SQL {
  return sql`(select coalesce(sum(${column}), 0) from ${ledger} where ${where})`;
}
