import "server-only";
import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { GenerationRow } from "@/lib/server/db/queries/generations";
import type { ImageRow } from "@/lib/server/db/queries/image-row";
import type { MatrixRow } from "@/lib/server/db/queries/matrices";
import type { SessionRow } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import { generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";

/** One of the viewer's sessions with every column; null for one in the trash. */
export async function findSessionRow(
  db: Db,
  params: { viewerId: string; id: string },
): Promise<SessionRow | null> {
  const owned = and(eq(sessions.id, params.id), eq(sessions.viewerId, params.viewerId));
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(owned, isNull(sessions.deletedAt)));
  return row ?? null;
}

/** The matrices of a session that was found. */
export async function listMatrixRows(db: Db, params: { sessionId: string }): Promise<MatrixRow[]> {
  return db.select().from(matrices).where(eq(matrices.sessionId, params.sessionId)).orderBy(asc(matrices.id));
}

/** The ids of all generations of a session that was found, oldest first. */
export async function listGenerationIds(db: Db, params: { sessionId: string }): Promise<string[]> {
  const rows = await db
    .select({ id: generations.id })
    .from(generations)
    .where(eq(generations.sessionId, params.sessionId))
    .orderBy(asc(generations.id));
  return rows.map(({ id }) => id);
}

/** The generations with these ids, oldest first. */
export async function listGenerationRows(db: Db, params: { ids: string[] }): Promise<GenerationRow[]> {
  return db
    .select()
    .from(generations)
    .where(inArray(generations.id, params.ids))
    .orderBy(asc(generations.id));
}

/** The images of these generations, in the order of their generations and indexes; the trash too. */
export async function listImageRows(db: Db, params: { generationIds: string[] }): Promise<ImageRow[]> {
  return db
    .select()
    .from(images)
    .where(inArray(images.generationId, params.generationIds))
    .orderBy(asc(images.generationId), asc(images.index));
}

/** How many of these are finished pictures of the viewer's, outside the trash. */
export async function countDownloadable(
  db: Db,
  params: { viewerId: string; ids: string[] },
): Promise<number> {
  return db.$count(images, isDownloadable(params));
}

/** Those of these that are finished pictures of the viewer's, outside the trash, each with its generation. */
export async function listDownloadable(db: Db, params: { viewerId: string; ids: string[] }) {
  return db
    .select({ image: images, generation: generations })
    .from(images)
    .innerJoin(generations, eq(generations.id, images.generationId))
    .where(isDownloadable(params))
    .orderBy(asc(images.id));
}
export type DownloadableRow = Awaited<ReturnType<typeof listDownloadable>>[number];

function isDownloadable({ viewerId, ids }: { viewerId: string; ids: string[] }): SQL | undefined {
  return and(
    inArray(images.id, ids),
    eq(images.viewerId, viewerId),
    eq(images.state, "completed"),
    isNull(images.deletedAt),
  );
}
