import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { originalKey, partialKey, thumbnailKey } from "@/lib/domain/generation/picture-address";
import { generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import type { ArchiveStudio } from "./archive.fixture";

/** For tests: a session without its ids, so that two of them can be compared: parents are named by their places. */
export async function describeSession(
  { database: { drizzle: db }, storage }: ArchiveStudio,
  sessionId: string,
) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  const plans = await db
    .select()
    .from(matrices)
    .where(eq(matrices.sessionId, sessionId))
    .orderBy(asc(matrices.id));
  const made = await db
    .select()
    .from(generations)
    .where(eq(generations.sessionId, sessionId))
    .orderBy(asc(generations.id));
  const kept = await db.select().from(images).where(eq(images.sessionId, sessionId)).orderBy(asc(images.id));
  const placeOf = (imageId: string | null) => {
    const image = kept.find(({ id }) => id === imageId);
    return image ? `${made.findIndex(({ id }) => id === image.generationId)}/${image.index}` : null;
  };
  const digest = async (key: string) => {
    const bytes = await storage.get(key);
    return bytes && createHash("sha256").update(bytes).digest("hex");
  };
  const { id: _, updatedAt, version: _v, archivedAt, importedUsd, draft, ...plain } = session ?? {};
  return {
    session: { ...plain, draft: draft && { ...draft, parentImageId: placeOf(draft.parentImageId) } },
    matrices: plans.map(({ id, sessionId: _s, idempotencyKey, version, ...row }) => row),
    generations: made.map(
      ({ id, sessionId: _s, idempotencyKey, version, matrixId, parentImageId, ...row }) => ({
        ...row,
        matrix: plans.findIndex((plan) => plan.id === matrixId),
        parent: placeOf(parentImageId),
      }),
    ),
    images: await Promise.all(
      kept.map(async ({ id, sessionId: _s, generationId, version, searchText, searchWords, ...row }) => ({
        ...row,
        place: placeOf(id),
        original: await digest(originalKey(id)),
        thumbnail: row.thumbnailHash && (await digest(thumbnailKey(id))),
        preview: row.partialHash && (await digest(partialKey(id, row.partialHash))),
      })),
    ),
  };
}
