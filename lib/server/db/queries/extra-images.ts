import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls, images } from "@/lib/server/schema/studio-tables";
import { insertImages } from "./images";

/**
 * Adds images to the generation of a call for pictures that its answer had beyond what was asked for: behind all that
 * it has, like its first one. Within a transaction that has locked the session, so that no two get one place.
 */
export async function insertExtraImages(db: Db, params: { callId: string; ids: string[] }): Promise<void> {
  if (params.ids.length === 0) return;
  const ofCall = db
    .select({ image: images, sentAt: calls.sentAt })
    .from(images)
    .innerJoin(calls, eq(calls.generationId, images.generationId))
    .where(eq(calls.id, params.callId));
  const [first] = await ofCall.orderBy(asc(images.index)).limit(1);
  const [last] = await ofCall.orderBy(desc(images.index)).limit(1);
  if (!first || !last) return;
  const { generationId, sessionId, viewerId, modelId, searchText, widthPx, heightPx, createdAt } =
    first.image;
  const common = { generationId, sessionId, viewerId, modelId, searchText, widthPx, heightPx, createdAt };
  const rows = params.ids.map((id, offset) => ({
    ...common,
    ...{ id, index: last.image.index + 1 + offset, state: "developing" as const, sentAt: first.sentAt },
  }));
  await insertImages(db, rows);
}
