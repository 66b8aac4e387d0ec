import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "../database";
import { shareVisitors } from "../share-schema";

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
