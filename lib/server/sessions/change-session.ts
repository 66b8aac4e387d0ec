import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Session, SessionChange } from "@/lib/domain/session/session";
import { databaseNow } from "@/lib/server/db/clock";
import { updateSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Renames a session, moves it to the archive or to the trash, and back.
 * @throws AppError not_found
 */
export async function changeSession(
  db: Db,
  viewer: Viewer,
  id: string,
  { title, archived, deleted }: SessionChange,
): Promise<Session> {
  const changes = {
    ...(title !== undefined && { title }),
    ...(archived !== undefined && { archivedAt: archived ? databaseNow() : null }),
    ...(deleted !== undefined && { deletedAt: deleted ? databaseNow() : null }),
  };
  const session = await db.transaction((tx) => updateSession(tx, { viewerId: viewer.id, id, changes }));
  if (!session) throw new AppError("not_found");
  return session;
}
