import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Session } from "@/lib/domain/session";
import type { Db } from "../database";
import { sessions } from "../schema";

type SessionRow = typeof sessions.$inferSelect;

function toSession(row: SessionRow): Session {
  const { id, title, version } = row;
  return {
    id,
    title,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export async function findSession(db: Db, params: { viewerId: string; id: string }): Promise<Session | null> {
  const owned = and(eq(sessions.id, params.id), eq(sessions.viewerId, params.viewerId));
  const [row] = await db.select().from(sessions).where(owned);
  return row ? toSession(row) : null;
}

/** For the change feed, which checks rights by session. */
export async function readSession(db: Db, params: { id: string }): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, params.id));
  return row ? toSession(row) : null;
}

/** The session that was worked in last, or null for a new viewer. */
export async function findNewestSession(db: Db, params: { viewerId: string }): Promise<Session | null> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.viewerId, params.viewerId))
    .orderBy(desc(sessions.updatedAt))
    .limit(1);
  return row ? toSession(row) : null;
}

export async function createSession(db: Db, params: { viewerId: string; title: string }): Promise<Session> {
  const now = new Date();
  const values = { id: uuidv7(), ...params, createdAt: now, updatedAt: now };
  const [row] = await db.insert(sessions).values(values).returning();
  if (!row) throw new Error("The session was not inserted.");
  return toSession(row);
}

/** Marks a session as worked in now. */
export async function touchSession(db: Db, params: { id: string }): Promise<void> {
  await db
    .update(sessions)
    .set({ updatedAt: new Date(), version: sql`${sessions.version} + 1` })
    .where(eq(sessions.id, params.id));
}
