import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import type { CommentInput } from "@/lib/domain/share/review";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";
import { toReviewComment } from "@/lib/server/db/queries/sharing/session-review";
import {
  countComments,
  deleteOwnComment,
  findAnswerable,
  insertComment,
} from "@/lib/server/db/queries/sharing/share-comments";
import { lockShare } from "@/lib/server/db/queries/sharing/visitors";
import { countTry } from "@/lib/server/limits/rate-limit";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import { type NamedVisit, requireSharedPicture } from "./named-visitor";
import { COMMENTS, COMMENTS_A_SHARE_MAX, WRITES_OF_A_SHARE } from "./review-limits";
import { toSharedComment } from "./to-shared-comment";

type Parts = Pick<Services, "database">;

/**
 * A visitor's comment on a picture, on a place in it, or on another comment.
 * @throws AppError not_found, invalid_input, too_many_tries
 */
export async function writeComment(
  { database }: Parts,
  visit: NamedVisit,
  input: CommentInput,
): Promise<SharedComment> {
  const { drizzle: db } = database;
  const { share, visitor } = visit;
  await countWrite(db, visit);
  await requireSharedPicture(db, visit, input.imageId);
  const row = await db.transaction(async (tx) => {
    await lockShare(tx, { shareId: share.id });
    if ((await countComments(tx, { shareId: share.id })) >= COMMENTS_A_SHARE_MAX) {
      throw new AppError("too_many_tries", { message: "This gallery takes no more comments." });
    }
    await requireAnswerable(tx, share.id, input);
    return insertComment(tx, { share, visitorId: visitor.id, input });
  });
  return toSharedComment(toReviewComment(row, visitor.name), visitor.id);
}

/**
 * Takes back a comment of the visitor's own.
 * @throws AppError not_found for everyone else's, too_many_tries
 */
export async function takeBackComment({ database }: Parts, visit: NamedVisit, id: string): Promise<void> {
  const { drizzle: db } = database;
  const { share, visitor } = visit;
  await countWrite(db, visit);
  const isDeleted = await db.transaction((tx) => deleteOwnComment(tx, { share, visitorId: visitor.id, id }));
  if (!isDeleted) throw new AppError("not_found");
}

/** An answer belongs to a comment of the same gallery and picture, and has no place of its own. */
async function requireAnswerable(
  db: Db,
  shareId: string,
  { imageId, parentId, pin }: CommentInput,
): Promise<void> {
  if (parentId === null) return;
  if (pin) throw invalidField("pin", "An answer has no place of its own.");
  const parent = await findAnswerable(db, { shareId, imageId, id: parentId });
  if (!parent) throw invalidField("parentId", "There is no such comment to answer.");
}

async function countWrite(db: Db, { share, visitor }: NamedVisit): Promise<void> {
  await countTry(db, `comments:${visitor.id}`, COMMENTS);
  await countTry(db, `writes:${share.id}`, WRITES_OF_A_SHARE);
}
