import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { listGenerations } from "@/lib/server/db/queries/generations";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { listMatrices, listRestOfMatrix } from "@/lib/server/db/queries/matrices";
import { findSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/** Enough for two screens; the rest is asked for while scrolling. */
const GENERATIONS_A_PAGE = 24;

/**
 * A page of a session, newest first. It may be longer than usual: a matrix is never cut in two.
 * @param params.before the cursor of the page before, null for the newest
 * @throws AppError not_found when the session is not the viewer's
 */
export async function readGallery(
  db: Db,
  viewer: Viewer,
  params: { sessionId: string; before: string | null },
): Promise<GalleryPage> {
  const session = await findSession(db, { viewerId: viewer.id, id: params.sessionId });
  if (!session) throw new AppError("not_found");
  const found = await listGenerations(db, { ...params, limit: GENERATIONS_A_PAGE + 1 });
  const shown = found.slice(0, GENERATIONS_A_PAGE);
  const generations = [...shown, ...(await listRestOfMatrix(db, { last: shown.at(-1) }))];
  const matrices = await listMatrices(db, { ids: generations.flatMap(({ matrixId }) => matrixId ?? []) });
  const images = await listImagesOf(db, { generationIds: generations.map(({ id }) => id) });
  const isMore = found.length > shown.length;
  const olderCursor = isMore ? (generations.at(-1)?.id ?? null) : null;
  return { session, generations, images, matrices, olderCursor };
}
