import "server-only";
import { asc, eq, gt } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { removals } from "@/lib/server/schema/upkeep-tables";

/** Writes down that the bytes of pictures are to be removed; part of the transaction that removes their rows. */
export async function insertRemovals(db: Db, params: { imageIds: string[] }): Promise<void> {
  if (params.imageIds.length === 0) return;
  const rows = params.imageIds.map((imageId) => ({ imageId }));
  await db.insert(removals).values(rows).onConflictDoNothing();
}

/** @param params.after the last one seen; null for the first stretch */
export async function listRemovals(
  db: Db,
  params: { after: string | null; limit: number },
): Promise<string[]> {
  const { after, limit } = params;
  const rows = await db
    .select()
    .from(removals)
    .where(after === null ? undefined : gt(removals.imageId, after))
    .orderBy(asc(removals.imageId))
    .limit(limit);
  return rows.map(({ imageId }) => imageId);
}

export async function deleteRemoval(db: Db, params: { imageId: string }): Promise<void> {
  await db.delete(removals).where(eq(removals.imageId, params.imageId));
}
