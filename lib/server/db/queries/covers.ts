import "server-only";
import { sql } from "drizzle-orm";
import { pictureUrl } from "@/lib/domain/generation/picture-address";
import type { Db } from "@/lib/server/ports/database";

type CoverRow = { session_id: string; id: string; thumbnail_hash: string };

/** The newest finished picture of each session, by session: one look into an index each, however many there are. */
export async function listCovers(db: Db, params: { sessionIds: string[] }): Promise<Map<string, string>> {
  if (params.sessionIds.length === 0) return new Map();
  const ids = sql.join(
    params.sessionIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  const { rows } = await db.execute<CoverRow>(sql`
    select asked.session_id, newest.id, newest.thumbnail_hash
    from (values ${ids}) as asked (session_id)
    cross join lateral (
      select id, thumbnail_hash from images
      where images.session_id = asked.session_id
        and state = 'completed' and deleted_at is null and not rejected
      order by id desc limit 1
    ) as newest`);
  return new Map(rows.map((row) => [row.session_id, pictureUrl(row.id, "thumbnail", row.thumbnail_hash)]));
}
