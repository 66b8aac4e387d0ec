import "server-only";
import { updateToken } from "@/lib/server/db/queries/api-tokens";
import {
  createSession,
  findSession,
  findSessionTitled,
  lockSessionTitle,
} from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { ApiTokenRow } from "@/lib/server/schema/api-tables";

/** Where pictures of programs go that have no session of their own. */
export const PROGRAMS_TITLE = "From programs";

/**
 * The session that a token writes to: its own, or the one for all programs, made with the first picture. One that was
 * thrown away is not written to again. Inside the caller's transaction.
 */
export async function tokenSession(db: Db, token: ApiTokenRow): Promise<string> {
  const { viewerId } = token;
  const own = token.sessionId && (await findSession(db, { viewerId, id: token.sessionId }));
  if (own && own.deletedAt === null) return own.id;
  await lockSessionTitle(db, { viewerId, title: PROGRAMS_TITLE });
  const common = await findSessionTitled(db, { viewerId, title: PROGRAMS_TITLE });
  const { id } = common ?? (await createSession(db, { viewerId, title: PROGRAMS_TITLE }));
  await updateToken(db, { viewerId, id: token.id, changes: { sessionId: id } });
  return id;
}
