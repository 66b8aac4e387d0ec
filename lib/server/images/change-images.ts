import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Image, ImageChange } from "@/lib/domain/generation/image";
import { databaseNow } from "@/lib/server/db/clock";
import { countPictures, updateImages } from "@/lib/server/db/queries/images";
import { addToSession, lockSessionsOf } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Marks pictures, or moves them to the trash and back, all or none; the totals of their sessions follow.
 * @throws AppError not_found when one is not the viewer's
 */
export async function changeImages(
  db: Db,
  viewer: Viewer,
  ids: string[],
  { favourite, rejected, deleted }: ImageChange,
): Promise<Image[]> {
  const viewerId = viewer.id;
  return db.transaction(async (tx) => {
    if (deleted !== undefined) {
      const sign = deleted ? -1 : 1;
      // Before they are counted: two who delete the same pictures must not both take them off the total.
      await lockSessionsOf(tx, { viewerId, imageIds: ids });
      const moved = await countPictures(tx, { viewerId, ids, inTrash: !deleted });
      for (const { sessionId: id, pictures } of moved) {
        await addToSession(tx, { id, pictures: sign * pictures, usd: 0 });
      }
    }
    const changed = await updateImages(tx, {
      viewerId,
      ids,
      changes: {
        ...(favourite !== undefined && { favourite }),
        ...(rejected !== undefined && { rejected }),
        ...(deleted !== undefined && { deletedAt: deleted ? databaseNow() : null }),
      },
    });
    if (changed.length < new Set(ids).size) throw new AppError("not_found");
    return changed;
  });
}
