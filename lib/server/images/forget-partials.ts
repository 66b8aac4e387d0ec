import "server-only";
import { partialKeys } from "@/lib/domain/generation/picture-address";
import { databaseAgo } from "@/lib/server/db/clock";
import { clearPartials, listFinishedPartials } from "@/lib/server/db/queries/partials";
import type { Services } from "@/lib/server/services";

/** A browser may still be fetching a preview when the picture is finished. */
const KEPT_MS = 10 * 60_000;
const IMAGES_AT_ONCE = 500;

/** Removes the previews of finished pictures that nobody asks for any more. */
export async function forgetPartials(
  { database, storage }: Pick<Services, "database" | "storage">,
  moment?: Date,
): Promise<void> {
  const { drizzle: db } = database;
  const createdBefore = databaseAgo(KEPT_MS, moment);
  for (;;) {
    const ids = await listFinishedPartials(db, { createdBefore, limit: IMAGES_AT_ONCE });
    if (ids.length === 0) return;
    for (const id of ids) await storage.remove(partialKeys(id));
    await clearPartials(db, { ids });
  }
}
