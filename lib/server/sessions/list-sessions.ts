import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { SessionPage } from "@/lib/domain/session/session";
import { listCovers } from "@/lib/server/db/queries/covers";
import { listSessions, type ShelfFilter } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

const SESSIONS_A_PAGE = 50;

/**
 * A page of the viewer's sessions with their covers.
 * @param params.before the cursor of the page before: "<time>_<id>"
 */
export async function readSessionList(
  db: Db,
  viewer: Viewer,
  params: { shelf: ShelfFilter; title: string | null; before: string | null },
): Promise<SessionPage> {
  const found = await listSessions(db, {
    ...params,
    viewerId: viewer.id,
    before: params.before === null ? null : parseCursor(params.before),
    limit: SESSIONS_A_PAGE + 1,
  });
  const shown = found.slice(0, SESSIONS_A_PAGE);
  const covers = await listCovers(db, { sessionIds: shown.map(({ id }) => id) });
  const last = shown.at(-1);
  return {
    sessions: shown.map((session) => ({ ...session, coverUrl: covers.get(session.id) ?? null })),
    olderCursor: last && found.length > shown.length ? `${last.updatedAt}_${last.id}` : null,
  };
}

function parseCursor(cursor: string): { updatedAt: Date; id: string } {
  const [, time = "", id = ""] = /^(\d{4}-[\dT:.-]+Z)_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const updatedAt = new Date(time);
  if (Number.isNaN(updatedAt.getTime())) throw new AppError("not_found");
  return { updatedAt, id };
}
