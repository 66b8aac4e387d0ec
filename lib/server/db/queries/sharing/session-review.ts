import "server-only";
import { and, asc, eq, getTableColumns, isNotNull, isNull, sql } from "drizzle-orm";
import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";
import { notifyChange } from "@/lib/server/db/notify";
import type { Db } from "@/lib/server/ports/database";
import { shareComments, shareMarks, shares, shareVisitors } from "@/lib/server/schema/share-tables";

export type MarkRow = typeof shareMarks.$inferSelect;
export type CommentRow = typeof shareComments.$inferSelect;
/** A comment with its author's name and the session that it is about. */
export type OwnComment = { comment: CommentRow; visitorName: string | null; sessionId: string };

/** For the change feed: what a visitor thinks of a picture. */
export async function readMark(db: Db, params: { id: string }): Promise<ReviewMark | null> {
  const [row] = await db
    .select({ mark: getTableColumns(shareMarks), visitorName: shareVisitors.name })
    .from(shareMarks)
    .innerJoin(shareVisitors, eq(shareVisitors.id, shareMarks.visitorId))
    .where(eq(shareMarks.id, params.id));
  return row ? toReviewMark(row.mark, row.visitorName) : null;
}

/** For the change feed: a comment with its author's name. */
export async function readComment(db: Db, params: { id: string }): Promise<ReviewComment | null> {
  const [row] = await db
    .select({ comment: getTableColumns(shareComments), visitorName: shareVisitors.name })
    .from(shareComments)
    .leftJoin(shareVisitors, eq(shareVisitors.id, shareComments.visitorId))
    .where(eq(shareComments.id, params.id));
  return row ? toReviewComment(row.comment, row.visitorName) : null;
}

/** What visitors of all shares of a session think of its pictures. The caller has checked whose it is. */
export async function listSessionMarks(db: Db, params: { sessionId: string }): Promise<ReviewMark[]> {
  const rows = await db
    .select({ mark: getTableColumns(shareMarks), visitorName: shareVisitors.name })
    .from(shareMarks)
    .innerJoin(shares, eq(shares.id, shareMarks.shareId))
    .innerJoin(shareVisitors, eq(shareVisitors.id, shareMarks.visitorId))
    .where(and(eq(shares.sessionId, params.sessionId), isNotNull(shareMarks.mark)))
    .orderBy(asc(shareMarks.id));
  return rows.map(({ mark, visitorName }) => toReviewMark(mark, visitorName));
}

/** All comments of all shares of a session, oldest first. The caller has checked whose it is. */
export async function listSessionComments(db: Db, params: { sessionId: string }): Promise<ReviewComment[]> {
  const rows = await db
    .select({ comment: getTableColumns(shareComments), visitorName: shareVisitors.name })
    .from(shareComments)
    .innerJoin(shares, eq(shares.id, shareComments.shareId))
    .leftJoin(shareVisitors, eq(shareVisitors.id, shareComments.visitorId))
    .where(and(eq(shares.sessionId, params.sessionId), isNull(shareComments.deletedAt)))
    .orderBy(asc(shareComments.id));
  return rows.map(({ comment, visitorName }) => toReviewComment(comment, visitorName));
}

/** A comment in one of the viewer's shares. */
export async function findOwnComment(
  db: Db,
  params: { viewerId: string; id: string },
): Promise<OwnComment | null> {
  const [row] = await db
    .select({
      comment: getTableColumns(shareComments),
      visitorName: shareVisitors.name,
      sessionId: shares.sessionId,
    })
    .from(shareComments)
    .innerJoin(shares, eq(shares.id, shareComments.shareId))
    .leftJoin(shareVisitors, eq(shareVisitors.id, shareComments.visitorId))
    .where(
      and(
        eq(shareComments.id, params.id),
        eq(shares.viewerId, params.viewerId),
        isNull(shareComments.deletedAt),
      ),
    );
  return row ?? null;
}

/** Changes a comment that was found, and tells whoever looks on. */
export async function updateComment(
  db: Db,
  params: OwnComment & { changes: Partial<Pick<CommentRow, "resolvedAt" | "deletedAt">> },
): Promise<ReviewComment> {
  const { comment, sessionId, visitorName, changes } = params;
  const [row] = await db
    .update(shareComments)
    .set({ ...changes, version: sql`${shareComments.version} + 1` })
    .where(eq(shareComments.id, comment.id))
    .returning();
  await notifyChange(db, { kind: "comment", id: comment.id, sessionId });
  return toReviewComment(row ?? comment, visitorName);
}

/** Deletes a comment that was found, and the answers to it. */
export async function deleteThread(db: Db, found: OwnComment): Promise<ReviewComment> {
  await deleteAnswers(db, { commentId: found.comment.id, sessionId: found.sessionId });
  return updateComment(db, { ...found, changes: { deletedAt: new Date() } });
}

/** Deletes the answers to a comment, which goes itself (lib/domain/share/threads.ts). */
export async function deleteAnswers(
  db: Db,
  { commentId, sessionId }: { commentId: string; sessionId: string },
): Promise<void> {
  const answers = await db
    .update(shareComments)
    .set({ deletedAt: new Date(), version: sql`${shareComments.version} + 1` })
    .where(and(eq(shareComments.parentId, commentId), isNull(shareComments.deletedAt)))
    .returning({ id: shareComments.id });
  for (const { id } of answers) await notifyChange(db, { kind: "comment", id, sessionId });
}

function toReviewMark(row: MarkRow, visitorName: string | null): ReviewMark {
  const { id, shareId, imageId, visitorId, mark, version } = row;
  return { id, shareId, imageId, visitorId, visitorName: visitorName ?? "", mark, version };
}

export function toReviewComment(row: CommentRow, visitorName: string | null): ReviewComment {
  const { id, shareId, imageId, visitorId, parentId, version, text, pinX, pinY } = row;
  return {
    id,
    shareId,
    imageId,
    visitorId,
    visitorName,
    parentId,
    version,
    text,
    pin: pinX === null || pinY === null ? null : { x: pinX, y: pinY },
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
