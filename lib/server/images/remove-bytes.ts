import "server-only";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { deleteRemoval, listRemovals } from "@/lib/server/db/queries/journal/removals";
import type { Services } from "@/lib/server/services";

const IMAGES_AT_ONCE = 200;
/** After so many in a row it is the storage, not the pictures. */
const FAILURES_MAX = 3;

/** Removes the bytes of pictures whose rows are gone. What cannot be removed now is tried again next time. */
export async function removeBytes({
  database,
  storage,
  log,
}: Pick<Services, "database" | "storage" | "log">): Promise<void> {
  const { drizzle: db } = database;
  let failures = 0;
  let after: string | null = null;
  for (;;) {
    const imageIds: string[] = await listRemovals(db, { after, limit: IMAGES_AT_ONCE });
    for (const imageId of imageIds) {
      after = imageId;
      try {
        await storage.remove(pictureKeys(imageId));
        await deleteRemoval(db, { imageId });
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn("bytes-not-removed", { imageId, error });
        if (failures === FAILURES_MAX) return;
      }
    }
    if (imageIds.length < IMAGES_AT_ONCE) return;
  }
}
