import "server-only";
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { CommentInput, ReviewComment } from "@/lib/domain/share/review";
import { notifyChange } from "@/lib/server/db/notify";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { shareComments, shareVisitors } from "@/lib/server/schema/share-tables";
import { type CommentRow, deleteAnswers, toReviewComment } from "./session-review";

/** The newest comments on some of a share's pictures, newest first. */
export async function listSharedComments(
  db: Db,
  params: { shareId: string; imageIds: string[]; limit: number },
): Promise<ReviewComment[]> {
  const { shareId, imageIds, limit } = params;
  if (imageIds.length === 0) return [];
  const rows = await db
    .select({ comment: shareComments, visitorName: shareVisitors.name })
    .from(shareComments)
    .leftJoin(shareVisitors, eq(shareVisitors.id, shareComments.visitorId))
    .where(
      and(
        eq(shareComments.shareId, shareId),
        inArray(shareComments.imageId, imageIds),
        isNull(shareComments.deletedAt),
      ),
    )
    .orderBy(desc(shareComments.id))
    .limit(limit);
  return rows.map(({ comment, visitorName }) => toReviewComment(comment, visitorName));
}

/** A comment that can be answered: of this share, on this picture, and no answer itself. */
export async function findAnswerable(
  db: Db,
  params: { shareId: string; imageId: string; id: string },
): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: shareComments.id })
    .from(shareComments)
    .where(
      and(
        eq(shareComments.id, params.id),
        eq(shareComments.shareId, params.shareId),
        eq(shareComments.imageId, params.imageId),
        isNull(shareComments.parentId),
        isNull(shareComments.deletedAt),
      ),
    );
  return row ?? null;
}

/** All comments of a share, deleted ones too: they take room. */
export async function countComments(db: Db, params: { shareId: string }): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(shareComments)
    .where(eq(shareComments.shareId, params.shareId));
  return row?.value ?? 0;
}

/** Writes a comment of a visitor's, or of the owner's where there is no visitor, and tells whoever looks on. */
export async function insertComment(
  db: Db,
  params: { share: Pick<ShareRow, "id" | "sessionId">; visitorId: string | null; input: CommentInput },
): Promise<CommentRow> {
  const { share, visitorId, input } = params;
  const { imageId, parentId, text, pin } = input;
  const [row] = await db
    .insert(shareComments)
    .values({
      id: uuidv7(),
      shareId: share.id,
      visitorId,
      imageId,
      parentId,
      text,
      pinX: pin?.x ?? null,
      pinY: pin?.y ?? null,
      createdAt: new Date(),
    })
    .returning();
  if (!row) throw new Error("The comment was not inserted.");
  await notifyChange(db, { kind: "comment", id: row.id, sessionId: share.sessionId });
  return row;
}

/** Takes back a visitor's own comment, its words and the answers to it; false where it is none of his. */
export async function deleteOwnComment(
  db: Db,
  params: { share: ShareRow; visitorId: string; id: string },
): Promise<boolean> {
  const { share, visitorId, id } = params;
  const [row] = await db
    .update(shareComments)
    .set({ deletedAt: new Date(), text: "", version: sql`${shareComments.version} + 1` })
    .where(
      and(
        eq(shareComments.id, id),
        eq(shareComments.shareId, share.id),
        eq(shareComments.visitorId, visitorId),
        isNull(shareComments.deletedAt),
      ),
    )
    .returning({ id: shareComments.id });
  if (!row) return false;
  const { sessionId } = share;
  await deleteAnswers(db, { commentId: row.id, sessionId });
  await notifyChange(db, { kind: "comment", id: row.id, sessionId });
  return true;
}
