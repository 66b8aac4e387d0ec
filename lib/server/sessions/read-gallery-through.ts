import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { listGenerations, listGenerationsThrough } from "@/lib/server/db/queries/generations";
import { findImage, listImagesBetween } from "@/lib/server/db/queries/images";
import { listMatrices, listRestOfMatrix } from "@/lib/server/db/queries/matrices";
import { findSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/**
 * One long page of a session, newest first, that ends with the generation of a picture: what lies
 * between what is known and an old picture, in one read.
 * @param params.before the cursor of the page before, null for the newest
 * @throws AppError not_found when the picture is not one of this session of the viewer's
 */
export async function readGalleryThrough(
  db: Db,
  viewer: Viewer,
  { sessionId, before, imageId }: { sessionId: string; before: string | null; imageId: string },
): Promise<GalleryPage> {
  const session = await findSession(db, { viewerId: viewer.id, id: sessionId });
  const image = await findImage(db, { viewerId: viewer.id, id: imageId });
  if (!session || image?.sessionId !== sessionId) throw new AppError("not_found");
  const found = await listGenerationsThrough(db, { sessionId, before, through: image.generationId });
  const generations = [...found, ...(await listRestOfMatrix(db, { last: found.at(-1) }))];
  const newest = generations.at(0);
  const oldest = generations.at(-1);
  // The picture is newer than the cursor: whoever asks has it.
  if (!newest || !oldest) return { session, generations, images: [], matrices: [], olderCursor: before };
  const matrices = await listMatrices(db, { ids: generations.flatMap(({ matrixId }) => matrixId ?? []) });
  const images = await listImagesBetween(db, { sessionId, first: oldest.id, last: newest.id });
  const older = await listGenerations(db, { sessionId, before: oldest.id, limit: 1 });
  return { session, generations, images, matrices, olderCursor: older.length > 0 ? oldest.id : null };
}
