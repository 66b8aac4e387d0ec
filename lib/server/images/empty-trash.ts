import "server-only";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { databaseAgo } from "@/lib/server/db/clock";
import { deleteExpiredTrash } from "@/lib/server/db/queries/trashed-images";
import type { Services } from "@/lib/server/services";

const IMAGES_AT_ONCE = 200;

/**
 * Removes pictures that have been in the trash for `TRASH_DAYS`: here the rows, later the bytes (see `removeBytes`),
 * so that a crash in between leaves bytes that nobody shows, never a row without bytes.
 */
export async function emptyTrash({ database }: Pick<Services, "database">, moment?: Date): Promise<void> {
  const { drizzle: db } = database;
  const deletedBefore = databaseAgo(TRASH_DAYS * 86_400_000, moment);
  while ((await deleteExpiredTrash(db, { deletedBefore, limit: IMAGES_AT_ONCE })) > 0);
}
