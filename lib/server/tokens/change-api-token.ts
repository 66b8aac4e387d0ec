import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ApiTokenChange } from "@/lib/domain/tokens/api-token";
import { databaseNow } from "@/lib/server/db/clock";
import { updateToken } from "@/lib/server/db/queries/api-tokens";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";
import { checkSession } from "./make-api-token";

/**
 * Changes a token, or revokes it for good: from the next request on it opens nothing.
 * @throws AppError not_found when it is not the viewer's or revoked already; invalid_input for a foreign session
 */
export async function changeApiToken(
  db: Db,
  viewer: Viewer,
  id: string,
  { monthlyLimitUsd, sessionId, revoked }: ApiTokenChange,
): Promise<void> {
  await checkSession(db, viewer, sessionId ?? null);
  const changes = { monthlyLimitUsd, sessionId, revokedAt: revoked ? databaseNow() : undefined };
  if (!(await updateToken(db, { viewerId: viewer.id, id, changes }))) throw new AppError("not_found");
}
