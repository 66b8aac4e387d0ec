import "server-only";
import { and, desc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import type { TrashedImage } from "@/lib/domain/gallery/trash";
import { toImage } from "@/lib/server/db/queries/image-row";
import type { Db } from "@/lib/server/ports/database";
import { generations, images } from "@/lib/server/schema/studio-tables";

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

/** For housekeeping: some pictures of everyone's that were deleted before a moment. */
export async function listExpiredTrash(
  db: Db,
  params: { deletedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: images.id })
    .from(images)
    .where(and(isNotNull(images.deletedAt), lt(images.deletedAt, params.deletedBefore)))
    .limit(params.limit);
  return rows.map(({ id }) => id);
}

/** For housekeeping: removes rows for good. Nobody is told: they were in the trash. */
export async function deleteImages(db: Db, params: { ids: string[] }): Promise<void> {
  await db.delete(images).where(inArray(images.id, params.ids));
}
