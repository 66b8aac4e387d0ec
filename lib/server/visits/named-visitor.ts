import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import { findSharedPicture } from "@/lib/server/db/queries/sharing/shared-pictures";
import type { VisitorRow } from "@/lib/server/db/queries/sharing/visitors";
import type { Db } from "@/lib/server/ports/database";
import type { Visit } from "./open-share";

/** A visit of someone who may write: the share takes picks and comments, and there is a name to write under. */
export type NamedVisit = Pick<Visit, "share"> & { visitor: VisitorRow & { name: string } };

/**
 * To be asked before a body is read: where nothing is taken, not even its mistakes are told.
 * @throws AppError not_found
 */
export function requireReview({ share }: Visit): void {
  if (!share.allowReview) throw new AppError("not_found");
}

/**
 * Whoever writes: where the share takes picks and comments, under a name.
 * @throws AppError not_found, invalid_input that names `name`
 */
export function requireNamedVisitor(visit: Visit): NamedVisit {
  requireReview(visit);
  const { share, visitor } = visit;
  if (!visitor?.name) throw invalidField("name", "Give your name first.");
  return { share, visitor: { ...visitor, name: visitor.name } };
}

/** @throws AppError not_found for a picture that the share does not show */
export async function requireSharedPicture(db: Db, { share }: NamedVisit, id: string): Promise<void> {
  if (!(await findSharedPicture(db, { share, id }))) throw new AppError("not_found");
}
