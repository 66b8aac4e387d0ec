import "server-only";
import { and, asc, between, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { databaseAgo } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { storeMark } from "@/lib/server/schema/store-table";
import { calls, images } from "@/lib/server/schema/studio-tables";
import type { CallRow } from "./calls";

/** Ended without a picture, though one may be in storage: the ending may have been given too early. */
const mayBeThere = and(
  isNotNull(images.sentAt),
  isNull(images.originalHash),
  or(
    inArray(images.state, ["unknown", "cancelled"]),
    and(eq(images.state, "failed"), sql`${images.failure} ->> 'code' = 'storage_failed'`),
  ),
);

/**
 * Images that ended without a picture though they were sent, not longer ago than that.
 * @param params.after the last one seen; null for the first stretch
 */
export async function listDoubtfulImages(
  db: Db,
  params: { sentWithinMs: number; after: string | null; limit: number },
): Promise<string[]> {
  const { sentWithinMs, after, limit } = params;
  const isNext = after === null ? undefined : gt(images.id, after);
  const rows = await db
    .select({ id: images.id })
    .from(images)
    .where(and(mayBeThere, gt(images.sentAt, databaseAgo(sentWithinMs)), isNext))
    .orderBy(asc(images.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What the rows say of pictures that are in storage. */
export async function sortStoredImages(
  db: Db,
  params: { ids: string[] },
): Promise<{ known: Set<string>; doubtful: string[] }> {
  if (params.ids.length === 0) return { known: new Set(), doubtful: [] };
  const rows = await db
    .select({ id: images.id, isDoubtful: sql<boolean>`coalesce(${mayBeThere}, false)` })
    .from(images)
    .where(inArray(images.id, params.ids));
  const doubtful = rows.filter(({ isDoubtful }) => isDoubtful).map(({ id }) => id);
  return { known: new Set(rows.map(({ id }) => id)), doubtful };
}

/** The call that an image is of: it covers its place, or its answer had the picture beyond those asked for. */
export async function findCallOfImage(db: Db, params: { imageId: string }): Promise<CallRow | null> {
  const { imageId } = params;
  const isCovered = between(
    images.index,
    calls.firstIndex,
    sql`${calls.firstIndex} + ${calls.imageCount} - 1`,
  );
  const isAnswered = sql`${calls.answer} -> 'pictures' @> ${JSON.stringify([{ imageId }])}::jsonb`;
  const [row] = await db
    .select({ call: calls })
    .from(images)
    .innerJoin(calls, and(eq(calls.generationId, images.generationId), or(isAnswered, isCovered)))
    .where(eq(images.id, imageId))
    .limit(1);
  return row?.call ?? null;
}

/**
 * Between which moments bytes without a row are orphaned: what is younger may get its row yet, and what is older may
 * be of another database. Null: no store was seen yet.
 */
export async function readOrphanAges(
  db: Db,
  params: { ageMinMs: number },
): Promise<{ since: Date; until: Date } | null> {
  const [row] = await db
    .select({
      since: storeMark.orphansSince,
      until: sql`${databaseAgo(params.ageMinMs)}`.mapWith(storeMark.orphansSince),
    })
    .from(storeMark);
  return row ?? null;
}
