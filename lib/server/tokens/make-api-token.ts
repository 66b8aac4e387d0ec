import "server-only";
import { v7 as uuidv7 } from "uuid";
import { invalidField } from "@/lib/domain/errors/app-error";
import type { ApiTokenInput } from "@/lib/domain/tokens/api-token";
import { databaseNow } from "@/lib/server/db/clock";
import { insertToken } from "@/lib/server/db/queries/api-tokens";
import { findSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import type { Viewer } from "@/lib/server/viewer";
import { makeToken, tokenPrefix } from "./token-text";

/**
 * Makes a token of the viewer's. Its secret is in the answer and nowhere else.
 * @throws AppError invalid_input when the session is not the viewer's
 */
export async function makeApiToken(
  db: Db,
  viewer: Viewer,
  { name, sessionId, monthlyLimitUsd }: ApiTokenInput,
): Promise<{ id: string; secret: string }> {
  await checkSession(db, viewer, sessionId);
  const secret = makeToken();
  const { id } = await insertToken(db, {
    ...{ id: uuidv7(), viewerId: viewer.id, name, sessionId, monthlyLimitUsd },
    ...{ tokenHash: secretHash(secret), prefix: tokenPrefix(secret), createdAt: databaseNow() },
  });
  return { id, secret };
}

/** @throws AppError invalid_input when the session is not the viewer's, or in the trash */
export async function checkSession(db: Db, viewer: Viewer, sessionId: string | null): Promise<void> {
  if (sessionId === null) return;
  const session = await findSession(db, { viewerId: viewer.id, id: sessionId });
  if (!session || session.deletedAt !== null) throw invalidField("sessionId", "There is no such session.");
}
