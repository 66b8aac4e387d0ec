import "server-only";
import type { MarkInput } from "@/lib/domain/share/review";
import { upsertMark } from "@/lib/server/db/queries/sharing/share-marks";
import { countTry } from "@/lib/server/limits/rate-limit";
import type { Services } from "@/lib/server/services";
import { type NamedVisit, requireSharedPicture } from "./named-visitor";
import { MARKS, WRITES_OF_A_SHARE } from "./review-limits";

/**
 * What a visitor thinks of a picture, or that it is taken back.
 * @throws AppError not_found, too_many_tries
 */
export async function writeMark(
  { database }: Pick<Services, "database">,
  visit: NamedVisit,
  { imageId, mark }: MarkInput,
): Promise<MarkInput> {
  const { drizzle: db } = database;
  const { share, visitor } = visit;
  await countTry(db, `marks:${visitor.id}`, MARKS);
  await countTry(db, `writes:${share.id}`, WRITES_OF_A_SHARE);
  await requireSharedPicture(db, visit, imageId);
  await db.transaction((tx) => upsertMark(tx, { share, visitorId: visitor.id, imageId, mark }));
  return { imageId, mark };
}
