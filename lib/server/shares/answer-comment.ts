import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ReviewComment } from "@/lib/domain/share/review";
import {
  deleteThread,
  findOwnComment,
  toReviewComment,
  updateComment,
} from "@/lib/server/db/queries/sharing/session-review";
import { insertComment } from "@/lib/server/db/queries/sharing/share-comments";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

type Parts = Pick<Services, "database">;

/**
 * The owner's answer to a comment; an answer to an answer joins the same thread.
 * @throws AppError not_found
 */
export function answerComment(
  { database }: Parts,
  viewer: Viewer,
  id: string,
  text: string,
): Promise<ReviewComment> {
  return database.drizzle.transaction(async (tx) => {
    const found = await findOwnComment(tx, { viewerId: viewer.id, id });
    if (!found) throw new AppError("not_found");
    const { comment, sessionId } = found;
    const input = { imageId: comment.imageId, parentId: comment.parentId ?? comment.id, text, pin: null };
    const share = { id: comment.shareId, sessionId };
    return toReviewComment(await insertComment(tx, { share, visitorId: null, input }), null);
  });
}

/**
 * Settles a comment, or opens it again.
 * @throws AppError not_found
 */
export function resolveComment(
  { database }: Parts,
  viewer: Viewer,
  id: string,
  resolved: boolean,
): Promise<ReviewComment> {
  return database.drizzle.transaction(async (tx) => {
    const found = await findOwnComment(tx, { viewerId: viewer.id, id });
    if (!found) throw new AppError("not_found");
    return updateComment(tx, { ...found, changes: { resolvedAt: resolved ? new Date() : null } });
  });
}

/**
 * Takes a comment out of the gallery, with its answers.
 * @throws AppError not_found
 */
export function removeComment({ database }: Parts, viewer: Viewer, id: string): Promise<ReviewComment> {
  return database.drizzle.transaction(async (tx) => {
    const found = await findOwnComment(tx, { viewerId: viewer.id, id });
    if (!found) throw new AppError("not_found");
    return deleteThread(tx, found);
  });
}
