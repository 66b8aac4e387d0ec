import "server-only";
import { and, asc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import { insertRemovals } from "./journal/removals";

/** Rows a statement deletes; between statements the process does other work. */
const ROWS_AT_ONCE = 500;

/**
 * For housekeeping: some sessions of everyone's that were in the trash before a moment and on which nobody works.
 * @param params.after the id of the last one seen, empty for the first page
 */
export async function listPurgeableSessions(
  db: Db,
  params: { deletedBefore: SQL<Date>; after: string; limit: number },
): Promise<string[]> {
  const { deletedBefore, after, limit } = params;
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isPurgeable(deletedBefore), after === "" ? undefined : gt(sessions.id, after)))
    .orderBy(asc(sessions.id))
    .limit(limit);
  return idsOf(rows);
}

/**
 * Within a transaction: removes a session with everything of its own, and writes down that the bytes of its pictures
 * are to be removed. One that was brought back meanwhile stays.
 */
export async function purgeSession(db: Db, params: { id: string; deletedBefore: SQL<Date> }): Promise<void> {
  const { id, deletedBefore } = params;
  // Whoever restores it or makes something in it comes before or after, never in between.
  await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for("update");
  const isStill = and(eq(sessions.id, id), isPurgeable(deletedBefore));
  const [session] = await db.select({ id: sessions.id }).from(sessions).where(isStill);
  if (!session) return;
  const generationIds = idsOf(
    await db.select({ id: generations.id }).from(generations).where(eq(generations.sessionId, id)),
  );
  const imageIds = idsOf(await db.select({ id: images.id }).from(images).where(eq(images.sessionId, id)));
  for (const ids of batches(generationIds)) await db.delete(calls).where(inArray(calls.generationId, ids));
  for (const ids of batches(imageIds)) await db.delete(images).where(inArray(images.id, ids));
  for (const ids of batches(generationIds)) await db.delete(generations).where(inArray(generations.id, ids));
  await db.delete(matrices).where(eq(matrices.sessionId, id));
  await db.delete(sessions).where(eq(sessions.id, id));
  for (const ids of batches(imageIds)) await insertRemovals(db, { imageIds: ids });
}

/** In the trash long enough, and nobody works on it. */
function isPurgeable(deletedBefore: SQL<Date>): SQL | undefined {
  const isAlive = sql`exists (
    select 1 from ${calls} join ${generations} on ${generations.id} = ${calls.generationId}
    where ${generations.sessionId} = ${sessions.id}
      and (${calls.state} in ('planned', 'sent') or ${calls.endedAt} >= ${deletedBefore}))`;
  return and(lt(sessions.deletedAt, deletedBefore), sql`not ${isAlive}`);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) yield ids.slice(from, from + ROWS_AT_ONCE);
}
