import "server-only";
import { and, desc, eq, getTableColumns, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { databaseNow } from "@/lib/server/db/clock";
import { notifyChange } from "@/lib/server/db/notify";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { shareComments, shareImages, shareMarks, shares } from "@/lib/server/schema/share-tables";
import { sessions } from "@/lib/server/schema/studio-tables";

/** A share with what its row does not hold. */
export type ListedShare = { share: ShareRow; sessionTitle: string; pickCount: number; commentCount: number };

/**
 * The open share of a token's hash; none of a session in the trash. Revoked and expired ones are not
 * read at all, so that no measure of time tells them from unknown ones. `isOpen` says the same of a row.
 */
export async function findOpenShare(db: Db, params: { tokenHash: string }): Promise<ShareRow | null> {
  const [row] = await db
    .select(getTableColumns(shares))
    .from(shares)
    .innerJoin(sessions, eq(sessions.id, shares.sessionId))
    .where(
      and(
        eq(shares.tokenHash, params.tokenHash),
        isNull(shares.revokedAt),
        or(isNull(shares.expiresAt), gt(shares.expiresAt, databaseNow())),
        isNull(sessions.deletedAt),
      ),
    );
  return row ?? null;
}

/** For the change feed. */
export async function readShare(db: Db, params: { id: string }): Promise<ShareRow | null> {
  const [row] = await db.select().from(shares).where(eq(shares.id, params.id));
  return row ?? null;
}

/** One of the viewer's shares as lists show it. */
export async function findListedShare(
  db: Db,
  params: { viewerId: string; id: string },
): Promise<ListedShare | null> {
  const [found] = await selectListed(db, owned(params), 1);
  return found ?? null;
}

/** A page of the viewer's shares, newest first. */
export async function listShares(
  db: Db,
  params: { viewerId: string; sessionId: string | null; before: string | null; limit: number },
): Promise<ListedShare[]> {
  const { viewerId, sessionId, before, limit } = params;
  const where = and(
    eq(shares.viewerId, viewerId),
    sessionId === null ? undefined : eq(shares.sessionId, sessionId),
    before === null ? undefined : lt(shares.id, before),
  );
  return selectListed(db, where, limit);
}

async function selectListed(db: Db, where: SQL | undefined, limit: number): Promise<ListedShare[]> {
  const pickCount = sql<number>`(select count(distinct ${shareMarks.imageId})::int from ${shareMarks}
    where ${shareMarks.shareId} = ${shares.id} and ${shareMarks.mark} = 'pick')`;
  const commentCount = sql<number>`(select count(*)::int from ${shareComments} where ${shareComments.shareId} = ${shares.id}
    and ${shareComments.visitorId} is not null and ${shareComments.deletedAt} is null)`;
  return db
    .select({ share: getTableColumns(shares), sessionTitle: sessions.title, pickCount, commentCount })
    .from(shares)
    .innerJoin(sessions, eq(sessions.id, shares.sessionId))
    .where(where)
    .orderBy(desc(shares.id))
    .limit(limit);
}

/** The names of a session's shares, newest first. The caller has checked whose session it is. */
export async function listShareTitles(
  db: Db,
  params: { sessionId: string },
): Promise<{ id: string; title: string }[]> {
  return db
    .select({ id: shares.id, title: shares.title })
    .from(shares)
    .where(eq(shares.sessionId, params.sessionId))
    .orderBy(desc(shares.id));
}

/** Writes a share, and its pictures where it does not follow its session. */
export async function insertShare(
  db: Db,
  params: { share: typeof shares.$inferInsert; imageIds: readonly string[] },
): Promise<void> {
  const { share, imageIds } = params;
  await db.insert(shares).values(share);
  for (let from = 0; from < imageIds.length; from += ROWS_AT_ONCE) {
    const page = imageIds.slice(from, from + ROWS_AT_ONCE);
    await db.insert(shareImages).values(page.map((imageId) => ({ shareId: share.id, imageId })));
  }
  await notifyChange(db, { kind: "share", id: share.id, sessionId: share.sessionId });
}

/** PostgreSQL takes 65,535 parameters a statement. */
const ROWS_AT_ONCE = 5_000;

type Changeable =
  | "title"
  | "expiresAt"
  | "passwordHash"
  | "showPrompts"
  | "allowDownload"
  | "allowReview"
  | "revokedAt";
/** What is undefined stays as it is. */
type ShareChanges = { [Column in Changeable]?: ShareRow[Column] | undefined };

/** Changes one of the viewer's shares; false when there is none. Whoever looks at it is told. */
export async function updateShare(
  db: Db,
  params: { viewerId: string; id: string; changes: ShareChanges },
): Promise<boolean> {
  const [row] = await db
    .update(shares)
    .set({ ...params.changes, version: sql`${shares.version} + 1` })
    .where(owned(params))
    .returning();
  if (row) await notifyChange(db, { kind: "share", id: row.id, sessionId: row.sessionId });
  return row !== undefined;
}

/** Deletes one of the viewer's shares with what was said there; false when there is none. */
export async function deleteShare(db: Db, params: { viewerId: string; id: string }): Promise<boolean> {
  const [row] = await db.delete(shares).where(owned(params)).returning();
  if (row) await notifyChange(db, { kind: "share", id: row.id, sessionId: row.sessionId });
  return row !== undefined;
}

function owned(params: { viewerId: string; id: string }): SQL | undefined {
  return and(eq(shares.id, params.id), eq(shares.viewerId, params.viewerId));
}
