import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import { type CommentInput, commentInputSchema } from "@/lib/domain/share/review";
import { toReviewComment } from "@/lib/server/db/queries/session-review";
import {
  countComments,
  deleteOwnComment,
  findAnswerable,
  insertComment,
} from "@/lib/server/db/queries/share-comments";
import { lockShare, type VisitorRow } from "@/lib/server/db/queries/visitors";
import { countTry } from "@/lib/server/limits/rate-limit";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { requireNamedVisitor, requireSharedPicture } from "./named-visitor";
import { readVisitorJson } from "./read-visitor-json";
import { COMMENTS, COMMENTS_A_SHARE_MAX, WRITES_OF_A_SHARE } from "./review-limits";
import { toSharedComment } from "./to-shared-comment";

/**
 * A visitor's comment on a picture, on a place in it, or on another comment.
 * @throws AppError not_found, invalid_input, too_many_tries
 */
export async function writeComment({ services, visit, request }: VisitCall): Promise<Response> {
  const { drizzle: db } = services.database;
  const { share } = visit;
  const visitor = requireNamedVisitor(visit);
  const input = await readVisitorJson(request, commentInputSchema);
  await countWrite(services, visitor);
  await requireSharedPicture(db, visit, input.imageId);
  const row = await db.transaction(async (transaction) => {
    await lockShare(transaction, { shareId: share.id });
    if ((await countComments(transaction, { shareId: share.id })) >= COMMENTS_A_SHARE_MAX) {
      throw new AppError("too_many_tries", { message: "This gallery takes no more comments." });
    }
    await requireAnswerable(transaction, share.id, input);
    return insertComment(transaction, { share, visitorId: visitor.id, input });
  });
  const comment = toSharedComment(toReviewComment(row, visitor.name), visitor.id);
  return Response.json(comment, { status: 201, headers: { "cache-control": "no-store" } });
}

/**
 * Takes back a comment of the visitor's own.
 * @throws AppError not_found for everyone else's, too_many_tries
 */
export async function removeComment({ services, visit }: VisitCall, id: string): Promise<Response> {
  const { drizzle: db } = services.database;
  const visitor = requireNamedVisitor(visit);
  await countWrite(services, visitor);
  const isDeleted = await db.transaction((transaction) =>
    deleteOwnComment(transaction, { share: visit.share, visitorId: visitor.id, id }),
  );
  if (!isDeleted) throw new AppError("not_found");
  return Response.json({ id }, { headers: { "cache-control": "no-store" } });
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

async function countWrite({ database }: Services, { id, shareId }: VisitorRow): Promise<void> {
  await countTry(database.drizzle, `comments:${id}`, COMMENTS);
  await countTry(database.drizzle, `writes:${shareId}`, WRITES_OF_A_SHARE);
}
