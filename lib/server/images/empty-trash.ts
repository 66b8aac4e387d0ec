import "server-only";
import { and, inArray, isNotNull, lt } from "drizzle-orm";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { images } from "@/lib/server/schema/studio-tables";
import type { Services } from "@/lib/server/services";

const IMAGES_AT_ONCE = 200;

/**
 * Removes pictures that have been in the trash for `TRASH_DAYS`: first the rows, then the bytes, so that
 * a crash in between leaves bytes that nobody shows, never a row without bytes.
 */
export async function emptyTrash(
  { database, storage }: Pick<Services, "database" | "storage">,
  now: Date = new Date(),
): Promise<void> {
  const { drizzle: db } = database;
  const expired = and(
    isNotNull(images.deletedAt),
    lt(images.deletedAt, new Date(now.getTime() - TRASH_DAYS * 86_400_000)),
  );
  for (;;) {
    const batch = await db.select({ id: images.id }).from(images).where(expired).limit(IMAGES_AT_ONCE);
    if (batch.length === 0) return;
    const ids = batch.map(({ id }) => id);
    await db.delete(images).where(inArray(images.id, ids));
    for (const id of ids) await storage.remove(pictureKeys(id));
  }
}
