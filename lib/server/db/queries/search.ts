import "server-only";
import { and, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { SearchQuery } from "@/lib/domain/search";
import { parseSize } from "@/lib/domain/size";
import type { Db } from "../database";
import { generations, images, sessions } from "../schema";

const DAY_MS = 86_400_000;

/** A page of a viewer's finished pictures that match, newest first, each with its generation and session title. */
export async function searchImages(
  db: Db,
  params: { viewerId: string; words: string | null; query: SearchQuery; limit: number },
) {
  return db
    .select({ image: images, generation: generations, sessionTitle: sessions.title })
    .from(images)
    .innerJoin(generations, eq(generations.id, images.generationId))
    .innerJoin(sessions, eq(sessions.id, images.sessionId))
    .where(
      inArray(
        images.id,
        db
          .select({ id: images.id })
          .from(images)
          .where(and(eq(images.viewerId, params.viewerId), ...conditions(params.words, params.query)))
          .orderBy(desc(images.id))
          .limit(params.limit),
      ),
    )
    .orderBy(desc(images.id));
}

function conditions(words: string | null, query: SearchQuery): (SQL | undefined)[] {
  const size = query.size === null ? null : parseSize(query.size);
  return [
    eq(images.state, "completed"),
    isNull(images.deletedAt),
    words === null ? undefined : sql`${images.searchWords} @@ to_tsquery('simple', ${words})`,
    query.model === null ? undefined : eq(images.modelId, query.model),
    size ? and(eq(images.widthPx, size.widthPx), eq(images.heightPx, size.heightPx)) : undefined,
    query.favourite === null ? undefined : eq(images.favourite, query.favourite === "yes"),
    query.rejected === null ? undefined : eq(images.rejected, query.rejected === "yes"),
    query.session === null ? undefined : eq(images.sessionId, query.session),
    query.from === null ? undefined : gte(images.createdAt, new Date(query.from)),
    query.to === null ? undefined : lt(images.createdAt, new Date(Date.parse(query.to) + DAY_MS)),
    query.before === null ? undefined : lt(images.id, query.before),
  ];
}
