import "server-only";
import { and, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { partialKeys } from "@/lib/domain/generation/picture-address";
import { images } from "@/lib/server/schema/studio-tables";
import type { Services } from "@/lib/server/services";

/** A browser may still be fetching a preview when the picture is finished. */
const KEPT_MS = 10 * 60_000;
const IMAGES_AT_ONCE = 500;

/** Removes the previews of finished pictures that nobody asks for any more. */
export async function forgetPartials(
  { database, storage }: Pick<Services, "database" | "storage">,
  now: Date = new Date(),
): Promise<void> {
  const { drizzle: db } = database;
  const isOver = and(
    eq(images.state, "completed"),
    isNotNull(images.partialHash),
    lt(images.createdAt, new Date(now.getTime() - KEPT_MS)),
  );
  for (;;) {
    const batch = await db.select({ id: images.id }).from(images).where(isOver).limit(IMAGES_AT_ONCE);
    if (batch.length === 0) return;
    for (const { id } of batch) await storage.remove(partialKeys(id));
    const ids = batch.map(({ id }) => id);
    await db.update(images).set({ partialHash: null }).where(inArray(images.id, ids));
  }
}
