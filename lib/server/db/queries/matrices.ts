import "server-only";
import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, matrices } from "@/lib/server/schema/studio-tables";
import { notifyChange } from "../notify";
import { toGeneration } from "./generations";

export type MatrixRow = typeof matrices.$inferSelect;

export function toMatrix(row: MatrixRow): Matrix {
  const { id, sessionId, version, template, rowLabels, columnLabels, capUsd } = row;
  return {
    id,
    sessionId,
    version,
    template,
    rowLabels,
    columnLabels,
    capUsd,
    createdAt: row.createdAt.toISOString(),
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
  };
}

/** Inserts unless the viewer has sent this idempotency key before; null then. */
export async function insertMatrix(db: Db, values: typeof matrices.$inferInsert): Promise<Matrix | null> {
  const [row] = await db.insert(matrices).values(values).onConflictDoNothing().returning();
  return row ? toMatrix(row) : null;
}

export async function findMatrixByKey(
  db: Db,
  params: { viewerId: string; idempotencyKey: string },
): Promise<Matrix | null> {
  const { viewerId, idempotencyKey } = params;
  const sent = and(eq(matrices.viewerId, viewerId), eq(matrices.idempotencyKey, idempotencyKey));
  const [row] = await db.select().from(matrices).where(sent);
  return row ? toMatrix(row) : null;
}

export async function findMatrix(db: Db, params: { viewerId: string; id: string }): Promise<Matrix | null> {
  const owned = and(eq(matrices.id, params.id), eq(matrices.viewerId, params.viewerId));
  const [row] = await db.select().from(matrices).where(owned);
  return row ? toMatrix(row) : null;
}

/** For the change feed, which checks rights by session. */
export async function readMatrixRow(db: Db, params: { id: string }): Promise<Matrix | null> {
  const [row] = await db.select().from(matrices).where(eq(matrices.id, params.id));
  return row ? toMatrix(row) : null;
}

/** The matrices with these ids, each once. The caller has them from rows that the viewer may see. */
export async function listMatrices(db: Db, params: { ids: string[] }): Promise<Matrix[]> {
  const ids = [...new Set(params.ids)];
  if (ids.length === 0) return [];
  return (await db.select().from(matrices).where(inArray(matrices.id, ids))).map(toMatrix);
}

/** Keeps everyone else from deciding about the matrix until the transaction ends. */
export async function lockMatrix(db: Db, params: { id: string }): Promise<MatrixRow | null> {
  const [row] = await db.select().from(matrices).where(eq(matrices.id, params.id)).for("update");
  return row ?? null;
}

/** Marks a matrix as stopped now; a second time changes nothing. */
export async function markMatrixStopped(db: Db, params: { id: string }): Promise<void> {
  const [row] = await db
    .update(matrices)
    .set({ stoppedAt: new Date(), version: sql`${matrices.version} + 1` })
    .where(and(eq(matrices.id, params.id), sql`${matrices.stoppedAt} is null`))
    .returning({ id: matrices.id, sessionId: matrices.sessionId });
  if (row) await notifyChange(db, { kind: "matrix", ...row });
}

/** The cells of a matrix that were sent, in the order in which they were planned. */
export async function listCells(db: Db, params: { matrixId: string }): Promise<Generation[]> {
  const rows = await db
    .select()
    .from(generations)
    .where(eq(generations.matrixId, params.matrixId))
    .orderBy(asc(generations.id));
  return rows.map(toGeneration);
}

/** What follows after `last` down to the first cell of its matrix, newest first; nothing outside a matrix. */
export async function listRestOfMatrix(
  db: Db,
  params: { last: Generation | undefined },
): Promise<Generation[]> {
  const { last } = params;
  if (!last?.matrixId) return [];
  const [first] = await db
    .select({ id: generations.id })
    .from(generations)
    .where(eq(generations.matrixId, last.matrixId))
    .orderBy(asc(generations.id))
    .limit(1);
  if (!first) return [];
  const inSession = eq(generations.sessionId, last.sessionId);
  const rows = await db
    .select()
    .from(generations)
    .where(and(inSession, lt(generations.id, last.id), gte(generations.id, first.id)))
    .orderBy(desc(generations.id));
  return rows.map(toGeneration);
}

/** Calls of a matrix that were not sent, with their generations, in the order in which they were planned. */
export async function listPlannedCallsOfMatrix(db: Db, params: { matrixId: string; limit?: number }) {
  const query = db
    .select({ call: calls, generation: generations })
    .from(calls)
    .innerJoin(generations, eq(generations.id, calls.generationId))
    .where(and(eq(generations.matrixId, params.matrixId), eq(calls.state, "planned")))
    .orderBy(asc(calls.id));
  return params.limit === undefined ? query : query.limit(params.limit);
}
