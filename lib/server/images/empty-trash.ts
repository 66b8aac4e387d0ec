import "server-only";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { databaseAgo } from "@/lib/server/db/clock";
import { deleteExpiredTrash } from "@/lib/server/db/queries/trashed-images";
import type { Services } from "@/lib/server/services";

const IMAGES_AT_ONCE = 200;

/**
 * Removes pictures that have been in the trash for `TRASH_DAYS`: first the rows, then the bytes, so that
 * a crash in between leaves bytes that nobody shows, never a row without bytes.
 */
export async function emptyTrash(
  { database, storage }: Pick<Services, "database" | "storage">,
  moment?: Date,
): Promise<void> {
  const { drizzle: db } = database;
  const deletedBefore = databaseAgo(TRASH_DAYS * 86_400_000, moment);
  for (;;) {
    const ids = await deleteExpiredTrash(db, { deletedBefore, limit: IMAGES_AT_ONCE });
    if (ids.length === 0) return;
    for (const id of ids) await storage.remove(pictureKeys(id));
  }
}
