import "server-only";
import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/server/ports/database";
import { shares, shareVisitors } from "@/lib/server/schema/share-tables";

export type VisitorRow = typeof shareVisitors.$inferSelect;

/** The visitor of a share whose cookie this is. */
export async function findVisitor(
  db: Db,
  params: { shareId: string; cookieHash: string },
): Promise<VisitorRow | null> {
  const [row] = await db
    .select()
    .from(shareVisitors)
    .where(and(eq(shareVisitors.shareId, params.shareId), eq(shareVisitors.cookieHash, params.cookieHash)));
  return row ?? null;
}

/** A visitor as he is now: a stream was opened before he gave his name. */
export async function readVisitor(db: Db, params: { id: string }): Promise<VisitorRow | null> {
  const [row] = await db.select().from(shareVisitors).where(eq(shareVisitors.id, params.id));
  return row ?? null;
}

export async function insertVisitor(
  db: Db,
  params: Pick<VisitorRow, "shareId" | "cookieHash" | "name" | "unlockedHash">,
): Promise<void> {
  await db.insert(shareVisitors).values({ id: uuidv7(), ...params, createdAt: new Date() });
}

export async function updateVisitor(
  db: Db,
  params: { shareId: string; id: string; changes: Partial<Pick<VisitorRow, "name" | "unlockedHash">> },
): Promise<void> {
  await db
    .update(shareVisitors)
    .set(params.changes)
    .where(and(eq(shareVisitors.id, params.id), eq(shareVisitors.shareId, params.shareId)));
}

/** How many visitors of a share gave a name. */
export async function countNamedVisitors(db: Db, params: { shareId: string }): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(shareVisitors)
    .where(and(eq(shareVisitors.shareId, params.shareId), isNotNull(shareVisitors.name)));
  return row?.value ?? 0;
}

/** Forgets the oldest visitors who gave no name, all but `kept`: they have written nothing. */
export async function forgetNamelessVisitors(
  db: Db,
  params: { shareId: string; kept: number },
): Promise<void> {
  const nameless = and(eq(shareVisitors.shareId, params.shareId), isNull(shareVisitors.name));
  const [row] = await db.select({ value: count() }).from(shareVisitors).where(nameless);
  const surplus = (row?.value ?? 0) - params.kept;
  if (surplus <= 0) return;
  const oldest = db
    .select({ id: shareVisitors.id })
    .from(shareVisitors)
    .where(nameless)
    .orderBy(asc(shareVisitors.id))
    .limit(surplus);
  await db.delete(shareVisitors).where(inArray(shareVisitors.id, oldest));
}

/** Within a transaction: others who write with this lock wait, so that counting first and inserting then is exact. */
export async function lockShare(db: Db, params: { shareId: string }): Promise<void> {
  await db.select({ id: shares.id }).from(shares).where(eq(shares.id, params.shareId)).for("update");
}

/** Counts an opening of the page. No version and nobody told: the list of shares is read when it is opened. */
export async function addView(db: Db, params: { shareId: string }): Promise<void> {
  await db
    .update(shares)
    .set({ views: sql`${shares.views} + 1`, lastSeenAt: new Date() })
    .where(eq(shares.id, params.shareId));
}
