import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import { findSharedPicture } from "@/lib/server/db/queries/shared-pictures";
import type { VisitorRow } from "@/lib/server/db/queries/visitors";
import type { Db } from "@/lib/server/ports/database";
import type { Visit } from "./open-share";

/**
 * Whoever writes: where the share takes picks and comments, under a name.
 * @throws AppError not_found, invalid_input that names `name`
 */
export function requireNamedVisitor({ share, visitor }: Visit): VisitorRow {
  if (!share.allowReview) throw new AppError("not_found");
  if (visitor?.name) return visitor;
  throw invalidField("name", "Give your name first.");
}

/** @throws AppError not_found for a picture that the share does not show */
export async function requireSharedPicture(db: Db, { share }: Visit, id: string): Promise<void> {
  if (!(await findSharedPicture(db, { share, id }))) throw new AppError("not_found");
}
