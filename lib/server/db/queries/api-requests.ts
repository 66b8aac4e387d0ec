import "server-only";
import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { type ApiRequestRow, apiRequests } from "@/lib/server/schema/api-tables";
import { databaseAgo, databaseNow } from "../clock";

/** Inserts unless the token has sent this key before. */
export async function insertApiRequest(
  db: Db,
  values: Omit<typeof apiRequests.$inferInsert, "seenAt" | "createdAt">,
): Promise<void> {
  const moments = { seenAt: databaseNow(), createdAt: databaseNow() };
  await db
    .insert(apiRequests)
    .values({ ...values, ...moments })
    .onConflictDoNothing();
}

/** A request, by its id. */
export async function readApiRequest(db: Db, params: { id: string }): Promise<ApiRequestRow | null> {
  const [row] = await db.select().from(apiRequests).where(eq(apiRequests.id, params.id));
  return row ?? null;
}

/**
 * The request that a retry repeats: the same token and the same body, seen within `withinMs`. Of several that are alike,
 * the one that has not been tried so often yet; the oldest of those.
 */
export async function takeRepeatedRequest(
  db: Db,
  params: { tokenId: string; bodyHash: string; retryCount: number; withinMs: number },
): Promise<ApiRequestRow | null> {
  const { tokenId, bodyHash, retryCount, withinMs } = params;
  const alike = and(
    eq(apiRequests.tokenId, tokenId),
    eq(apiRequests.bodyHash, bodyHash),
    gt(apiRequests.seenAt, databaseAgo(withinMs)),
  );
  const [found] = await db
    .select()
    .from(apiRequests)
    .where(alike)
    .orderBy(sql`${lt(apiRequests.retryCount, retryCount)} desc`, asc(apiRequests.createdAt))
    .limit(1)
    .for("update");
  if (!found) return null;
  const seen = {
    retryCount: sql`greatest(${apiRequests.retryCount}, ${retryCount}::int)`,
    seenAt: databaseNow(),
  };
  await db.update(apiRequests).set(seen).where(eq(apiRequests.id, found.id));
  return found;
}

/**
 * When a request was first answered with its pictures: now, unless that was within `withinMs`.
 * @param params.withinMs how long the addresses in an answer live
 */
export async function markAnswered(db: Db, params: { id: string; withinMs: number }): Promise<Date> {
  const { answeredAt } = apiRequests;
  const isAlive = gt(answeredAt, databaseAgo(params.withinMs));
  const [row] = await db
    .update(apiRequests)
    .set({ answeredAt: sql`case when ${isAlive} then ${answeredAt} else ${databaseNow()} end` })
    .where(eq(apiRequests.id, params.id))
    .returning({ answeredAt });
  return row?.answeredAt ?? new Date();
}
