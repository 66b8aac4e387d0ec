import "server-only";
import { and, desc, eq, gt, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { type ApiTokenRow, apiTokens } from "@/lib/server/schema/api-tables";
import { images, sessions } from "@/lib/server/schema/studio-tables";
import { databaseAgo, databaseNow, type WithMoments } from "../clock";

/** A token with the title of its session. */
export type ListedApiToken = { token: ApiTokenRow; sessionTitle: string | null };

/** Revoked tokens are not read at all, so that no measure of time tells them from unknown ones. */
export async function findOpenToken(db: Db, params: { tokenHash: string }): Promise<ApiTokenRow | null> {
  const [row] = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, params.tokenHash), isNull(apiTokens.revokedAt)));
  return row ?? null;
}

/** The finished picture that an address leads to, if it is its viewer's; null once its time is over or its token revoked. */
export async function findAddressedPicture(
  db: Db,
  params: { tokenId: string; imageId: string; expiresAt: Date },
): Promise<string | null> {
  const [row] = await db
    .select({ id: images.id })
    .from(images)
    .innerJoin(apiTokens, eq(apiTokens.viewerId, images.viewerId))
    .where(
      and(
        eq(images.id, params.imageId),
        eq(images.state, "completed"),
        eq(apiTokens.id, params.tokenId),
        isNull(apiTokens.revokedAt),
        gt(databaseNow(params.expiresAt), databaseNow()),
      ),
    );
  return row?.id ?? null;
}

/** Every token of the viewer's, newest first, revoked ones included. */
export async function listTokens(db: Db, params: { viewerId: string }): Promise<ListedApiToken[]> {
  return db
    .select({ token: apiTokens, sessionTitle: sessions.title })
    .from(apiTokens)
    .leftJoin(sessions, eq(sessions.id, apiTokens.sessionId))
    .where(eq(apiTokens.viewerId, params.viewerId))
    .orderBy(desc(apiTokens.id));
}

export async function insertToken(
  db: Db,
  values: WithMoments<typeof apiTokens.$inferInsert>,
): Promise<ApiTokenRow> {
  const [row] = await db.insert(apiTokens).values(values).returning();
  if (!row) throw new Error("The token was not inserted.");
  return row;
}

/** What is undefined stays as it is. */
type TokenChanges = WithMoments<{
  [Column in "sessionId" | "monthlyLimitUsd" | "revokedAt"]?: ApiTokenRow[Column] | undefined;
}>;

/** Changes one of the viewer's tokens; false when there is none. A revoked one is changed no more. */
export async function updateToken(
  db: Db,
  params: { viewerId: string; id: string; changes: TokenChanges },
): Promise<boolean> {
  const rows = await db
    .update(apiTokens)
    .set(params.changes)
    .where(and(owned(params), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return rows.length > 0;
}

/** Makes other transactions that reckon with the token wait until this one ends; null once it is revoked. */
export async function lockToken(db: Db, params: { id: string }): Promise<ApiTokenRow | null> {
  const [row] = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.id, params.id), isNull(apiTokens.revokedAt)))
    .for("update");
  return row ?? null;
}

/** Writes down that a token was used, at most once a minute: lists need no finer time. */
export async function markTokenUsed(db: Db, params: { id: string }): Promise<void> {
  const isDue = or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, databaseAgo(60_000)));
  await db
    .update(apiTokens)
    .set({ lastUsedAt: databaseNow() })
    .where(and(eq(apiTokens.id, params.id), isDue));
}

function owned(params: { viewerId: string; id: string }): SQL | undefined {
  return and(eq(apiTokens.id, params.id), eq(apiTokens.viewerId, params.viewerId));
}
