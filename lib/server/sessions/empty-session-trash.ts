import "server-only";
import { and, asc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import type { Services } from "@/lib/server/services";

/** Rows a statement deletes; between statements the process does other work. */
const ROWS_AT_ONCE = 500;
const SESSIONS_AT_ONCE = 20;

/**
 * Removes sessions that have been in the trash for `TRASH_DAYS`, with everything of theirs: first all rows
 * in one transaction, then the bytes, so that a crash in between leaves bytes that nobody shows. What
 * they cost stays in the spending of its days. One in which something is under way, or has ended
 * since, waits.
 */
export async function emptySessionTrash(
  { database, storage }: Pick<Services, "database" | "storage">,
  now: Date = new Date(),
): Promise<void> {
  const { drizzle: db } = database;
  const expiredBefore = new Date(now.getTime() - TRASH_DAYS * 86_400_000);
  let after = "";
  for (;;) {
    const batch = await db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(isPurgeable(expiredBefore), after === "" ? undefined : gt(sessions.id, after)))
      .orderBy(asc(sessions.id))
      .limit(SESSIONS_AT_ONCE);
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
    for (const { id } of batch) {
      const imageIds = await db.transaction((db) => removeRows(db, id, expiredBefore));
      for (const imageId of imageIds) await storage.remove(pictureKeys(imageId));
    }
  }
}

/** In the trash long enough, and nobody works on it. */
function isPurgeable(expiredBefore: Date): SQL | undefined {
  const moment = expiredBefore.toISOString();
  const isAlive = sql`exists (
    select 1 from ${calls} join ${generations} on ${generations.id} = ${calls.generationId}
    where ${generations.sessionId} = ${sessions.id}
      and (${calls.state} in ('planned', 'sent') or ${calls.endedAt} >= ${moment}::timestamptz))`;
  return and(lt(sessions.deletedAt, expiredBefore), sql`not ${isAlive}`);
}

/** The ids of the pictures that are gone then; none where the session was brought back meanwhile. */
async function removeRows(db: Db, sessionId: string, expiredBefore: Date): Promise<string[]> {
  // Whoever restores it or makes something in it comes before or after, never in between.
  await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for("update");
  const isStill = and(eq(sessions.id, sessionId), isPurgeable(expiredBefore));
  const [session] = await db.select({ id: sessions.id }).from(sessions).where(isStill);
  if (!session) return [];
  const generationIds = idsOf(
    await db.select({ id: generations.id }).from(generations).where(eq(generations.sessionId, sessionId)),
  );
  const imageIds = idsOf(
    await db.select({ id: images.id }).from(images).where(eq(images.sessionId, sessionId)),
  );
  for (const ids of batches(imageIds)) await db.delete(images).where(inArray(images.id, ids));
  for (const ids of batches(generationIds)) {
    await db.delete(calls).where(inArray(calls.generationId, ids));
    await db.delete(generations).where(inArray(generations.id, ids));
  }
  await db.delete(matrices).where(eq(matrices.sessionId, sessionId));
  await db.delete(sessions).where(eq(sessions.id, sessionId));
  return imageIds;
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) yield ids.slice(from, from + ROWS_AT_ONCE);
}
