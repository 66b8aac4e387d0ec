import "server-only";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ReviewComment } from "@/lib/domain/share/review";
import {
  deleteThread,
  findOwnComment,
  insertComment,
  updateComment,
} from "@/lib/server/db/queries/session-review";
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
    const { shareId, imageId } = comment;
    const parentId = comment.parentId ?? comment.id;
    const row = { id: uuidv7(), shareId, imageId, parentId, text, createdAt: new Date() };
    return insertComment(tx, { row, sessionId, visitorName: null });
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
