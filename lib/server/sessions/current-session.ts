import "server-only";
import type { Session } from "@/lib/domain/session/session";
import { UNTITLED } from "@/lib/domain/session/session-title";
import { createSession, findNewestSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/** The session the viewer worked in last; a new viewer gets a first one. */
export async function currentSession(db: Db, viewer: Viewer): Promise<Session> {
  const newest = await findNewestSession(db, { viewerId: viewer.id });
  return newest ?? createSession(db, { viewerId: viewer.id, title: UNTITLED });
}
