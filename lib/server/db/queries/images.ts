import "server-only";
import {
  and,
  asc,
  between,
  count,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Image, WaitsFor } from "@/lib/domain/generation/image";
import { ENDED_STATES } from "@/lib/domain/generation/is-ended";
import { type ImageRow, toImage } from "@/lib/server/db/queries/image-row";
import type { Db } from "@/lib/server/ports/database";
import { images } from "@/lib/server/schema/studio-tables";
import type { WithMoments } from "../clock";
import { notifyChange } from "../notify";

export type ImageChanges = WithMoments<Partial<typeof images.$inferInsert>>;

const { searchText: _, searchWords: __, ...columns } = getTableColumns(images);
/** What a picture is shown from: without what only a search reads, which is the longer half of a row. */
export const shownColumns = columns;

export async function insertImages(db: Db, rows: (typeof images.$inferInsert)[]): Promise<Image[]> {
  const inserted = await db.insert(images).values(rows).returning();
  for (const { id, sessionId } of inserted) await notifyChange(db, { kind: "image", id, sessionId });
  return inserted.map(toImage);
}

export async function findImage(db: Db, params: { viewerId: string; id: string }): Promise<ImageRow | null> {
  const owned = and(eq(images.id, params.id), eq(images.viewerId, params.viewerId));
  const [row] = await db.select().from(images).where(owned);
  return row ?? null;
}

/** For the change feed, which checks rights by session. */
export async function readImage(db: Db, params: { id: string }): Promise<Image | null> {
  const [row] = await db.select().from(images).where(eq(images.id, params.id));
  return row ? toImage(row) : null;
}

export async function listImagesOf(db: Db, params: { generationIds: string[] }): Promise<Image[]> {
  if (params.generationIds.length === 0) return [];
  const rows = await db
    .select(shownColumns)
    .from(images)
    .where(inArray(images.generationId, params.generationIds))
    .orderBy(asc(images.generationId), asc(images.index));
  return rows.map(toImage);
}

/** All images of a session's generations from `first` to `last`, both included. */
export async function listImagesBetween(
  db: Db,
  params: { sessionId: string; first: string; last: string },
): Promise<Image[]> {
  const { sessionId, first, last } = params;
  const rows = await db
    .select(shownColumns)
    .from(images)
    .where(and(eq(images.sessionId, sessionId), between(images.generationId, first, last)))
    .orderBy(asc(images.generationId), asc(images.index));
  return rows.map(toImage);
}

/** Changes what a person may change, at any time; the answer are all that were asked for and are the viewer's. */
export async function updateImages(
  db: Db,
  params: {
    viewerId: string;
    ids: string[];
    changes: Pick<ImageChanges, "favourite" | "rejected" | "deletedAt">;
  },
): Promise<Image[]> {
  if (params.ids.length === 0) return [];
  const owned = and(inArray(images.id, params.ids), eq(images.viewerId, params.viewerId));
  return change(db, owned, params.changes);
}

/** How many finished pictures of each session are outside the trash, or in it, among these. */
export async function countPictures(
  db: Db,
  params: { viewerId: string; ids: string[]; inTrash: boolean },
): Promise<{ sessionId: string; pictures: number }[]> {
  if (params.ids.length === 0) return [];
  const isThere = params.inTrash ? isNotNull(images.deletedAt) : isNull(images.deletedAt);
  return db
    .select({ sessionId: images.sessionId, pictures: count() })
    .from(images)
    .where(
      and(
        inArray(images.id, params.ids),
        eq(images.viewerId, params.viewerId),
        eq(images.state, "completed"),
        isThere,
      ),
    )
    .groupBy(images.sessionId);
}

/** Changes one image while it is under way; an image that has ended stays as it is. */
export async function developImage(
  db: Db,
  params: { id: string; changes: ImageChanges },
): Promise<Image | null> {
  const [image] = await change(db, and(eq(images.id, params.id), underWay()), params.changes);
  return image ?? null;
}

/**
 * Writes a finished picture. It was paid for, so it also replaces an ending that was given too early. Null: it was
 * finished before, or is gone.
 */
export async function finishImage(
  db: Db,
  params: { id: string; changes: ImageChanges },
): Promise<Image | null> {
  const isUnfinished = and(eq(images.id, params.id), ne(images.state, "completed"));
  const [image] = await change(db, isUnfinished, { ...params.changes, waitsFor: null });
  return image ?? null;
}

/** Adds what an answer said of a picture that was finished without it. */
export async function describeImage(
  db: Db,
  params: {
    id: string;
    changes: Pick<ImageChanges, "revisedPrompt" | "used" | "costUsd" | "searchText">;
  },
): Promise<void> {
  const isBare = and(eq(images.id, params.id), eq(images.state, "completed"), isNull(images.used));
  await change(db, isBare, params.changes);
}

/** Says of every image that is not sent yet what it waits for; of those that say so already nothing is told. */
export async function markWaiting(db: Db, params: { waitsFor: WaitsFor | null }): Promise<void> {
  const { waitsFor } = params;
  const isNews = sql`${images.waitsFor} is distinct from ${waitsFor}`;
  await change(db, and(eq(images.state, "waiting"), isNews), { waitsFor });
}

/** Changes all images of a call that are still under way. */
export async function developImagesOfCall(
  db: Db,
  params: { generationId: string; firstIndex: number; imageCount: number; changes: ImageChanges },
): Promise<Image[]> {
  const { generationId, firstIndex, imageCount } = params;
  const covered = between(images.index, firstIndex, firstIndex + imageCount - 1);
  return change(db, and(eq(images.generationId, generationId), covered, underWay()), params.changes);
}

function underWay(): SQL {
  return notInArray(images.state, [...ENDED_STATES]);
}

async function change(db: Db, where: SQL | undefined, changes: ImageChanges): Promise<Image[]> {
  const rows = await db
    .update(images)
    .set({ ...changes, version: sql`${images.version} + 1` })
    .where(where)
    .returning();
  for (const { id, sessionId } of rows) await notifyChange(db, { kind: "image", id, sessionId });
  return rows.map(toImage);
}
