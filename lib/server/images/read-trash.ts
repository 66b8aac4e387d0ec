import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Trash } from "@/lib/domain/gallery/trash";
import { findSession } from "@/lib/server/db/queries/sessions";
import { countTrash, listTrash } from "@/lib/server/db/queries/trashed-images";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/** As many as are looked through; those further down come up as others are brought back. */
const IMAGES_SHOWN = 100;

/**
 * What was deleted of a session and can be brought back.
 * @throws AppError not_found when the session is not the viewer's
 */
export async function readTrash(db: Db, viewer: Viewer, sessionId: string): Promise<Trash> {
  const session = await findSession(db, { viewerId: viewer.id, id: sessionId });
  if (!session) throw new AppError("not_found");
  const trashed = await listTrash(db, { sessionId, limit: IMAGES_SHOWN });
  const count = trashed.length < IMAGES_SHOWN ? trashed.length : await countTrash(db, { sessionId });
  return { trashed, count };
}
