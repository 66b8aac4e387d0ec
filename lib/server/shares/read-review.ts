import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { SessionReview } from "@/lib/domain/share/review";
import { standingComments } from "@/lib/domain/share/threads";
import { findSession } from "@/lib/server/db/queries/sessions";
import { listSessionComments, listSessionMarks } from "@/lib/server/db/queries/sharing/session-review";
import { listShareTitles } from "@/lib/server/db/queries/sharing/shares";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/**
 * Everything that visitors said about a session's pictures.
 * @throws AppError not_found when the session is not the viewer's
 */
export async function readReview(
  { database }: Pick<Services, "database">,
  viewer: Viewer,
  sessionId: string,
): Promise<SessionReview> {
  const { reads: db } = database;
  if (!(await findSession(db, { viewerId: viewer.id, id: sessionId }))) throw new AppError("not_found");
  const [shares, marks, comments] = await Promise.all([
    listShareTitles(db, { sessionId }),
    listSessionMarks(db, { sessionId }),
    listSessionComments(db, { sessionId }),
  ]);
  return { shares, marks, comments: standingComments(comments) };
}
