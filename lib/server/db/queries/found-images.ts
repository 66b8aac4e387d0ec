import "server-only";
import { and, desc, eq, gt, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { SearchQuery } from "@/lib/domain/gallery/search";
import { parseSize } from "@/lib/domain/models/options/size";
import type { Db } from "@/lib/server/ports/database";
import { generations, images, sessions } from "@/lib/server/schema/studio-tables";
import { shownColumns } from "./images";

const DAY_MS = 86_400_000;
/** Looked through one by one before the index of words is asked: a word that people use is found there. */
const NEWEST_LOOKED_AT = 4_000;

type SearchParams = { viewerId: string; words: string | null; query: SearchQuery; limit: number };

/** A page of a viewer's finished pictures that match, newest first, each with its generation and session title. */
export async function searchImages(db: Db, params: SearchParams) {
  if (params.words === null) return readPage(db, newestFirst(db, params, undefined));
  const found = await readPage(db, newestFirst(db, params, gt(images.id, floorOf(params))));
  return found.length === params.limit ? found : readPage(db, byWords(params));
}

function readPage(db: Db, ids: ReturnType<typeof newestFirst> | SQL) {
  return db
    .select({ image: shownColumns, generation: generations, sessionTitle: sessions.title })
    .from(images)
    .innerJoin(generations, eq(generations.id, images.generationId))
    .innerJoin(sessions, eq(sessions.id, images.sessionId))
    .where(sql`${images.id} in ${ids}`)
    .orderBy(desc(images.id));
}

/** In the order of the answer: quick for what is common, and as long as the table for what is not. */
function newestFirst(db: Db, params: SearchParams, range: SQL | undefined) {
  return db
    .select({ id: images.id })
    .from(images)
    .where(and(...conditions(params), range))
    .orderBy(desc(images.id))
    .limit(params.limit);
}

/** How far down the newest pictures reach. */
function floorOf({ viewerId, query }: SearchParams): SQL {
  const older = query.before === null ? sql`` : sql`and floor.id < ${query.before}`;
  return sql`coalesce((select floor.id from ${images} as floor where floor.viewer_id = ${viewerId} ${older}
    order by floor.id desc offset ${NEWEST_LOOKED_AT} limit 1), '00000000-0000-0000-0000-000000000000')`;
}

/**
 * By the index of words, then in order: quick for what is rare. Without "offset 0" the planner, which
 * cannot know how rare a beginning of a word is, would go through the table in the order of the answer.
 */
function byWords(params: SearchParams): SQL {
  const matched = sql`select ${images.id} from ${images} where ${and(...conditions(params))} offset 0`;
  return sql`(select matched.id from (${matched}) as matched order by matched.id desc limit ${params.limit})`;
}

function conditions({ viewerId, words, query }: SearchParams): (SQL | undefined)[] {
  const size = query.size === null ? null : parseSize(query.size);
  return [
    eq(images.viewerId, viewerId),
    eq(images.state, "completed"),
    isNull(images.deletedAt),
    // Read once a search, not once a picture.
    sql`${images.sessionId} <> all (array(select trashed.id from ${sessions} as trashed
      where trashed.viewer_id = ${viewerId} and trashed.deleted_at is not null))`,
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
