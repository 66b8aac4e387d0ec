import "server-only";
import { and, desc, eq, inArray, isNotNull, lt, type SQL } from "drizzle-orm";
import type { TrashedImage } from "@/lib/domain/gallery/trash";
import { toImage } from "@/lib/server/db/queries/image-row";
import type { Db } from "@/lib/server/ports/database";
import { generations, images } from "@/lib/server/schema/studio-tables";
import { insertRemovals } from "./journal/removals";

const inTrash = (sessionId: string) => and(eq(images.sessionId, sessionId), isNotNull(images.deletedAt));

/** The pictures of a session that were deleted last, the last one first. */
export async function listTrash(
  db: Db,
  params: { sessionId: string; limit: number },
): Promise<TrashedImage[]> {
  const rows = await db
    .select({ image: images, prompt: generations.prompt })
    .from(images)
    .innerJoin(generations, eq(generations.id, images.generationId))
    .where(inTrash(params.sessionId))
    .orderBy(desc(images.deletedAt), desc(images.id))
    .limit(params.limit);
  return rows.map(({ image, prompt }) => ({ image: toImage(image), prompt }));
}

export function countTrash(db: Db, params: { sessionId: string }): Promise<number> {
  return db.$count(images, inTrash(params.sessionId));
}

/**
 * For housekeeping: removes some of everyone's rows that were deleted before a moment, for good. Nobody is told: they
 * were in the trash. One that is restored meanwhile stays. That their bytes are to be removed is written with it.
 * @returns how many are gone
 */
export async function deleteExpiredTrash(
  db: Db,
  params: { deletedBefore: SQL<Date>; limit: number },
): Promise<number> {
  const isExpired = lt(images.deletedAt, params.deletedBefore);
  return db.transaction(async (tx) => {
    const some = tx.select({ id: images.id }).from(images).where(isExpired).limit(params.limit);
    const rows = await tx
      .delete(images)
      .where(and(inArray(images.id, some), isExpired))
      .returning({ id: images.id });
    await insertRemovals(tx, { imageIds: rows.map(({ id }) => id) });
    return rows.length;
  });
}
