import "server-only";
import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Draft } from "@/lib/domain/generation/draft";
import type { Session, SessionShelf } from "@/lib/domain/session/session";
import { titleFromPrompt, UNTITLED } from "@/lib/domain/session/session-title";
import type { Db } from "@/lib/server/ports/database";
import { images, sessions } from "@/lib/server/schema/studio-tables";
import { databaseNow } from "../clock";
import { notifyChange } from "../notify";

export type SessionRow = typeof sessions.$inferSelect;

export function toSession(row: SessionRow): Session {
  const { id, title, version, pictureCount, spentUsd } = row;
  return {
    id,
    title,
    version,
    pictureCount,
    spentUsd,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

function owned(params: { viewerId: string; id: string }): SQL | undefined {
  return and(eq(sessions.id, params.id), eq(sessions.viewerId, params.viewerId));
}

export async function findSession(db: Db, params: { viewerId: string; id: string }): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(owned(params));
  return row ? toSession(row) : null;
}

/** For the change feed, which tells each viewer of the viewer's own sessions. */
export async function readSession(db: Db, params: { id: string }): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, params.id));
  return row ? toSession(row) : null;
}

/** The session that was worked in last, or null for a new viewer. */
export async function findNewestSession(db: Db, params: { viewerId: string }): Promise<Session | null> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.viewerId, params.viewerId), isNull(sessions.deletedAt), isNull(sessions.archivedAt)),
    )
    .orderBy(desc(sessions.updatedAt))
    .limit(1);
  return row ? toSession(row) : null;
}

/** Sessions of one shelf; "any" is everywhere but in the trash. */
export type ShelfFilter = SessionShelf | "any";

const ON_SHELF = {
  current: and(isNull(sessions.deletedAt), isNull(sessions.archivedAt)),
  archived: and(isNull(sessions.deletedAt), isNotNull(sessions.archivedAt)),
  trash: isNotNull(sessions.deletedAt),
  any: isNull(sessions.deletedAt),
} satisfies Record<ShelfFilter, SQL | undefined>;

/** A page of a viewer's sessions, last worked in first; `before` is the place of the last one seen. */
export async function listSessions(
  db: Db,
  params: {
    viewerId: string;
    shelf: ShelfFilter;
    title: string | null;
    before: { updatedAt: Date; id: string } | null;
    limit: number;
  },
): Promise<Session[]> {
  const { before, title } = params;
  const escaped = title?.replace(/[\\%_]/g, "\\$&");
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.viewerId, params.viewerId),
        ON_SHELF[params.shelf],
        escaped ? ilike(sessions.title, `%${escaped}%`) : undefined,
        before
          ? sql`(${sessions.updatedAt}, ${sessions.id}) < (${before.updatedAt.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(sessions.updatedAt), desc(sessions.id))
    .limit(params.limit);
  return rows.map(toSession);
}

export async function createSession(db: Db, params: { viewerId: string; title: string }): Promise<Session> {
  const values = { id: uuidv7(), ...params, createdAt: databaseNow(), updatedAt: databaseNow() };
  const [row] = await db.insert(sessions).values(values).returning();
  if (!row) throw new Error("The session was not inserted.");
  return toSession(row);
}

/** The oldest session of this name that is not in the trash. */
export async function findSessionTitled(
  db: Db,
  params: { viewerId: string; title: string },
): Promise<Session | null> {
  const { viewerId, title } = params;
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.viewerId, viewerId), eq(sessions.title, title), isNull(sessions.deletedAt)))
    .orderBy(asc(sessions.id))
    .limit(1);
  return row ? toSession(row) : null;
}

/** Makes others who would create a session of this name wait until this transaction ends. */
export async function lockSessionTitle(db: Db, params: { viewerId: string; title: string }): Promise<void> {
  const name = `session:${params.viewerId}:${params.title}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Changes a session of the viewer's; null when there is none. */
export async function updateSession(
  db: Db,
  params: {
    viewerId: string;
    id: string;
    changes: Pick<Changes, "title" | "archivedAt" | "deletedAt">;
  },
): Promise<Session | null> {
  return change(db, owned(params), params.changes);
}

/** Marks a session as worked in now. One that nobody has named yet takes its name from what is made in it. */
export async function touchSession(db: Db, params: { id: string; prompt: string }): Promise<void> {
  const title = titleFromPrompt(params.prompt);
  await change(db, eq(sessions.id, params.id), {
    updatedAt: databaseNow(),
    title: sql`case when ${sessions.title} = ${UNTITLED} then ${title} else ${sessions.title} end`,
  });
}

/** Adds to a session's totals; either may be negative. */
export async function addToSession(
  db: Db,
  params: { id: string; pictures: number; usd: number },
): Promise<void> {
  await change(db, eq(sessions.id, params.id), {
    pictureCount: sql`${sessions.pictureCount} + ${params.pictures}`,
    spentUsd: sql`${sessions.spentUsd} + ${params.usd}`,
  });
}

/** Keeps a session's totals for this transaction alone: taken before rows of its generations, calls and images. */
export async function lockSession(db: Db, params: { id: string }): Promise<void> {
  await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, params.id)).for("update");
}

/**
 * Keeps the totals of the sessions of these pictures for this transaction alone. Rows of a session are locked before
 * those of its generations, calls and images, and several sessions in the order of their ids.
 */
export async function lockSessionsOf(
  db: Db,
  params: { viewerId: string; imageIds: string[] },
): Promise<void> {
  if (params.imageIds.length === 0) return;
  const ids = db.select({ id: images.sessionId }).from(images).where(inArray(images.id, params.imageIds));
  await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, ids), eq(sessions.viewerId, params.viewerId)))
    .orderBy(asc(sessions.id))
    .for("update");
}

export async function findDraft(db: Db, params: { viewerId: string; id: string }): Promise<Draft | null> {
  const [row] = await db.select({ draft: sessions.draft }).from(sessions).where(owned(params));
  return row?.draft ?? null;
}

/** Keeps what is typed. Nobody is told: the next visit reads it. False when there is no such session. */
export async function writeDraft(
  db: Db,
  params: { viewerId: string; id: string; draft: Draft | null },
): Promise<boolean> {
  const rows = await db
    .update(sessions)
    .set({ draft: params.draft })
    .where(owned(params))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

type Changes = { [column in keyof SessionRow]?: SessionRow[column] | SQL };

async function change(db: Db, where: SQL | undefined, changes: Changes): Promise<Session | null> {
  const [row] = await db
    .update(sessions)
    .set({ ...changes, version: sql`${sessions.version} + 1` })
    .where(where)
    .returning();
  if (!row) return null;
  await notifyChange(db, { kind: "session", id: row.id, sessionId: row.id });
  return toSession(row);
}
