import "server-only";
import { and, asc, between, eq } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, images } from "@/lib/server/schema/studio-tables";

/** A call with the generation it belongs to and the images it covers, in order. */
export async function loadCall(db: Db, params: { id: string }) {
  const [found] = await db
    .select({ call: calls, generation: generations })
    .from(calls)
    .innerJoin(generations, eq(generations.id, calls.generationId))
    .where(eq(calls.id, params.id));
  if (!found) return null;
  const { firstIndex, imageCount, generationId } = found.call;
  const covered = between(images.index, firstIndex, firstIndex + imageCount - 1);
  const rows = await db
    .select({ id: images.id, index: images.index })
    .from(images)
    .where(and(eq(images.generationId, generationId), covered))
    .orderBy(asc(images.index));
  return { ...found, images: rows };
}
export type LoadedCall = NonNullable<Awaited<ReturnType<typeof loadCall>>>;
