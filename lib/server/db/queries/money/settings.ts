import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { settings } from "@/lib/server/schema/studio-tables";

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

/** Makes other transactions that ask for the viewer's limit wait until this one ends. */
export async function lockSpending(db: Db, params: { viewerId: string }): Promise<void> {
  await db.insert(settings).values(params).onConflictDoNothing();
  await db.select().from(settings).where(eq(settings.viewerId, params.viewerId)).for("update");
}
