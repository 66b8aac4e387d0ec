import "server-only";
import { and, asc, between, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { settings, spending } from "@/lib/server/schema/studio-tables";

/** A day in UTC, "2026-11-22". */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Adds the cost of an answered call to its day. */
export async function addSpending(
  db: Db,
  params: { viewerId: string; day: string; usd: number; pictureCount: number },
): Promise<void> {
  await db
    .insert(spending)
    .values(params)
    .onConflictDoUpdate({
      target: [spending.viewerId, spending.day],
      set: {
        usd: sql`${spending.usd} + ${params.usd}`,
        pictureCount: sql`${spending.pictureCount} + ${params.pictureCount}`,
      },
    });
}

/** Dollars and pictures by day, first to last day included. */
export async function listSpending(db: Db, params: { viewerId: string; from: string; to: string }) {
  return db
    .select({ day: spending.day, usd: spending.usd, pictureCount: spending.pictureCount })
    .from(spending)
    .where(and(eq(spending.viewerId, params.viewerId), between(spending.day, params.from, params.to)))
    .orderBy(asc(spending.day));
}

/** The viewer's own monthly limit; null for none. */
export async function readMonthlyLimit(db: Db, params: { viewerId: string }): Promise<number | null> {
  const [row] = await db.select().from(settings).where(eq(settings.viewerId, params.viewerId));
  return row?.monthlyLimitUsd ?? null;
}

export async function writeMonthlyLimit(
  db: Db,
  params: { viewerId: string; monthlyLimitUsd: number | null },
): Promise<void> {
  const { monthlyLimitUsd } = params;
  await db
    .insert(settings)
    .values(params)
    .onConflictDoUpdate({ target: settings.viewerId, set: { monthlyLimitUsd } });
}
