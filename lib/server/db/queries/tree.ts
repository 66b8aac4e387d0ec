import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { TreeGeneration, TreeImage } from "@/lib/domain/gallery/session-tree";
import { pictureUrl } from "@/lib/domain/generation/picture-address";
import type { Db } from "@/lib/server/ports/database";
import { generations, images } from "@/lib/server/schema/studio-tables";

/** All generations of a session, newest first, each with the generation of the picture that it iterates on. */
export async function listTreeGenerations(db: Db, params: { sessionId: string }): Promise<TreeGeneration[]> {
  const parents = alias(images, "parents");
  const { id, prompt, isSketch } = generations;
  return db
    .select({ id, prompt, isSketch, parentId: parents.generationId })
    .from(generations)
    .leftJoin(parents, eq(parents.id, generations.parentImageId))
    .where(eq(generations.sessionId, params.sessionId))
    .orderBy(desc(generations.id));
}

/** All pictures of a session that are not in the trash, by generation and place. */
export async function listTreeImages(db: Db, params: { sessionId: string }): Promise<TreeImage[]> {
  const { id, generationId, state, rejected, thumbnailHash, partialHash } = images;
  const isTransparent = sql<boolean>`coalesce(${images.used} ->> 'background' = 'transparent', false)`;
  const rows = await db
    .select({ id, generationId, state, rejected, thumbnailHash, partialHash, isTransparent })
    .from(images)
    .where(and(eq(images.sessionId, params.sessionId), isNull(images.deletedAt)))
    .orderBy(asc(images.generationId), asc(images.index));
  return rows.map(({ thumbnailHash, partialHash, ...row }) => ({
    ...row,
    url: urlOf(row, { thumbnailHash, partialHash }),
  }));
}

type Hashes = { thumbnailHash: string | null; partialHash: string | null };

function urlOf({ id, state }: Pick<TreeImage, "id" | "state">, hashes: Hashes): string | null {
  if (state === "completed") return hashes.thumbnailHash && pictureUrl(id, "thumbnail", hashes.thumbnailHash);
  return state === "waiting" || hashes.partialHash === null
    ? null
    : pictureUrl(id, "partial", hashes.partialHash);
}
