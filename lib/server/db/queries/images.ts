import "server-only";
import { and, asc, between, eq, inArray, ne, notInArray, type SQL, sql } from "drizzle-orm";
import type { Image, ImageState } from "@/lib/domain/image";
import { type ImageRow, toImage } from "@/lib/server/images/image-row";
import type { Db } from "../database";
import { notifyChange } from "../notify";
import { images } from "../schema";

export type ImageChanges = Partial<typeof images.$inferInsert>;

/** States after which nothing more happens to an image by itself. */
const ENDED: ImageState[] = ["completed", "failed", "cancelled", "unknown"];

export async function insertImages(db: Db, rows: (typeof images.$inferInsert)[]): Promise<Image[]> {
  return (await db.insert(images).values(rows).returning()).map(toImage);
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
    .select()
    .from(images)
    .where(inArray(images.generationId, params.generationIds))
    .orderBy(asc(images.generationId), asc(images.index));
  return rows.map(toImage);
}

/** Changes what a person may change, at any time. */
export async function updateImage(
  db: Db,
  params: { viewerId: string; id: string; changes: Pick<ImageChanges, "favourite" | "deletedAt"> },
): Promise<Image | null> {
  const owned = and(eq(images.id, params.id), eq(images.viewerId, params.viewerId));
  const [image] = await change(db, owned, params.changes);
  return image ?? null;
}

/** Changes one image while it is under way; an image that has ended stays as it is. */
export async function developImage(
  db: Db,
  params: { id: string; changes: ImageChanges },
): Promise<Image | null> {
  const [image] = await change(db, and(eq(images.id, params.id), underWay()), params.changes);
  return image ?? null;
}

/** Writes a finished picture. It was paid for, so it also replaces an ending that was given too early. */
export async function finishImage(db: Db, params: { id: string; changes: ImageChanges }): Promise<void> {
  await change(db, and(eq(images.id, params.id), ne(images.state, "completed")), params.changes);
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
  return notInArray(images.state, ENDED);
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
