import "server-only";
import { and, desc, eq, gte, lt, ne, sql } from "drizzle-orm";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations } from "@/lib/server/schema/studio-tables";
import type { WithMoments } from "../clock";
import { notifyChange } from "../notify";

export type GenerationRow = typeof generations.$inferSelect;

export function toGeneration(row: GenerationRow): Generation {
  const { id, sessionId, parentImageId, version, prompt, modelId, options, imageCount, estimateUsd } = row;
  const { matrixId, cell, isSketch } = row;
  return {
    id,
    sessionId,
    parentImageId,
    matrixId,
    cell,
    version,
    prompt,
    modelId,
    options,
    imageCount,
    estimateUsd,
    isSketch,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Inserts unless the viewer has sent this idempotency key before; null then. */
export async function insertGeneration(
  db: Db,
  values: WithMoments<typeof generations.$inferInsert>,
): Promise<GenerationRow | null> {
  const [row] = await db.insert(generations).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

export async function findGenerationByKey(
  db: Db,
  params: { viewerId: string; idempotencyKey: string },
): Promise<GenerationRow | null> {
  const [row] = await db
    .select()
    .from(generations)
    .where(
      and(eq(generations.viewerId, params.viewerId), eq(generations.idempotencyKey, params.idempotencyKey)),
    );
  return row ?? null;
}

export async function findGeneration(
  db: Db,
  params: { viewerId: string; id: string },
): Promise<GenerationRow | null> {
  const owned = and(eq(generations.id, params.id), eq(generations.viewerId, params.viewerId));
  const [row] = await db.select().from(generations).where(owned);
  return row ?? null;
}

/** The generation that a call is for. */
export async function readGenerationOfCall(
  db: Db,
  params: { callId: string },
): Promise<GenerationRow | null> {
  const [found] = await db
    .select({ generation: generations })
    .from(calls)
    .innerJoin(generations, eq(generations.id, calls.generationId))
    .where(eq(calls.id, params.callId));
  return found?.generation ?? null;
}

/** Writes down who draws it: another provider may serve than when it was asked for. What is drawn stays as it is. */
export async function markSketch(db: Db, params: { id: string; isSketch: boolean }): Promise<void> {
  const { id, isSketch } = params;
  const isDrawn = sql`exists (
    select 1 from ${calls} where ${calls.generationId} = ${id} and ${calls.state} = 'answered')`;
  const [row] = await db
    .update(generations)
    .set({ isSketch, version: sql`${generations.version} + 1` })
    .where(and(eq(generations.id, id), ne(generations.isSketch, isSketch), sql`not ${isDrawn}`))
    .returning({ id: generations.id, sessionId: generations.sessionId });
  if (row) await notifyChange(db, { kind: "generation", ...row });
}

/** For the change feed, which checks rights by session. */
export async function readGeneration(db: Db, params: { id: string }): Promise<Generation | null> {
  const [row] = await db.select().from(generations).where(eq(generations.id, params.id));
  return row ? toGeneration(row) : null;
}

/** A page of a session, newest first; `before` is the id of the last one seen. */
export async function listGenerations(
  db: Db,
  params: { sessionId: string; before: string | null; limit: number },
): Promise<Generation[]> {
  const inSession = eq(generations.sessionId, params.sessionId);
  const rows = await db
    .select()
    .from(generations)
    .where(params.before ? and(inSession, lt(generations.id, params.before)) : inSession)
    .orderBy(desc(generations.id))
    .limit(params.limit);
  return rows.map(toGeneration);
}

/** What follows after `before` down to a generation and with it, newest first. */
export async function listGenerationsThrough(
  db: Db,
  params: { sessionId: string; before: string | null; through: string },
): Promise<Generation[]> {
  const { sessionId, before, through } = params;
  const isReached = and(eq(generations.sessionId, sessionId), gte(generations.id, through));
  const rows = await db
    .select()
    .from(generations)
    .where(before ? and(isReached, lt(generations.id, before)) : isReached)
    .orderBy(desc(generations.id));
  return rows.map(toGeneration);
}
