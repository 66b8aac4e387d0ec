import "server-only";
import { markInputSchema } from "@/lib/domain/share/review";
import { upsertMark } from "@/lib/server/db/queries/share-marks";
import { countTry } from "@/lib/server/limits/rate-limit";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { requireNamedVisitor, requireSharedPicture } from "./named-visitor";
import { readVisitorJson } from "./read-visitor-json";
import { MARKS, WRITES_OF_A_SHARE } from "./review-limits";

/**
 * What a visitor thinks of a picture, or that it is taken back.
 * @throws AppError not_found, invalid_input, too_many_tries
 */
export async function writeMark({ services, visit, request }: VisitCall): Promise<Response> {
  const { drizzle: db } = services.database;
  const { share } = visit;
  const { id: visitorId } = requireNamedVisitor(visit);
  const { imageId, mark } = await readVisitorJson(request, markInputSchema);
  await countTry(db, `marks:${visitorId}`, MARKS);
  await countTry(db, `writes:${share.id}`, WRITES_OF_A_SHARE);
  await requireSharedPicture(db, visit, imageId);
  await db.transaction((transaction) => upsertMark(transaction, { share, visitorId, imageId, mark }));
  return Response.json({ imageId, mark }, { headers: { "cache-control": "no-store" } });
}
