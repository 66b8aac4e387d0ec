import "server-only";
import { and, eq, inArray, isNotNull, lt, type SQL } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { images } from "@/lib/server/schema/studio-tables";

/** For housekeeping: some finished pictures that still name a preview, made before a moment. */
export async function listFinishedPartials(
  db: Db,
  params: { createdBefore: SQL<Date>; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: images.id })
    .from(images)
    .where(
      and(
        eq(images.state, "completed"),
        isNotNull(images.partialHash),
        lt(images.createdAt, params.createdBefore),
      ),
    )
    .limit(params.limit);
  return rows.map(({ id }) => id);
}

/** For housekeeping: these pictures name no preview any more. Nobody is told: finished ones are not shown by it. */
export async function clearPartials(db: Db, params: { ids: string[] }): Promise<void> {
  await db.update(images).set({ partialHash: null }).where(inArray(images.id, params.ids));
}
