import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { SessionTree } from "@/lib/domain/gallery/session-tree";
import { findSession } from "@/lib/server/db/queries/sessions";
import { listTreeGenerations, listTreeImages } from "@/lib/server/db/queries/tree";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/**
 * A whole session as a tree draws it, in two queries however long it is.
 * @throws AppError not_found when the session is not the viewer's
 */
export async function readTree(db: Db, viewer: Viewer, sessionId: string): Promise<SessionTree> {
  const session = await findSession(db, { viewerId: viewer.id, id: sessionId });
  if (!session) throw new AppError("not_found");
  const generations = await listTreeGenerations(db, { sessionId });
  const images = await listTreeImages(db, { sessionId });
  return { generations, images };
}
