import "server-only";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { listMarks } from "@/lib/server/db/queries/sharing/share-marks";
import type { Db } from "@/lib/server/ports/database";
import type { Visit } from "./open-share";
import { readSharedPage, type SharedPage } from "./read-shared-page";
import { toSharedComment } from "./to-shared-comment";

/**
 * A page of a shared gallery as one visitor sees it. The caller has checked that the visitor may.
 * @param before the cursor of the page before, null for the newest
 * @throws AppError not_found for what is no cursor
 */
export async function readSharedGallery(
  db: Db,
  visit: Visit,
  before: string | null = null,
): Promise<SharedGallery> {
  return forVisitor(db, visit, await readSharedPage(db, visit.share, before));
}

/** What is the visitor's own, added to what is everyone's. */
export async function forVisitor(
  db: Db,
  { share, visitor }: Pick<Visit, "share" | "visitor">,
  page: SharedPage,
): Promise<SharedGallery> {
  const hasOwn = share.allowReview && visitor !== null;
  return {
    ...page,
    visitorName: share.allowReview ? (visitor?.name ?? null) : null,
    marks: hasOwn ? await listMarks(db, { share, visitorId: visitor.id }) : {},
    comments: page.comments.map((comment) => toSharedComment(comment, visitor?.id ?? null)),
  };
}
