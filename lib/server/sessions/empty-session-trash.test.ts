import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { type ArchiveStudio, openArchiveStudio } from "@/lib/server/archive/archive.fixture";
import { seedSession } from "@/lib/server/archive/seed-session.fixture";
import { removeBytes } from "@/lib/server/images/remove-bytes";
import { ledger } from "@/lib/server/schema/ledger-table";
import { calls, generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import { useDatabase } from "@/lib/server/testing/use-database";
import { emptySessionTrash } from "./empty-session-trash";

let studio: ArchiveStudio;
let stack: AsyncDisposableStack;
const database = useDatabase();
beforeEach(async () => {
  await database.drizzle.execute(
    sql`truncate sessions, generations, calls, images, matrices, ledger cascade`,
  );
  stack = new AsyncDisposableStack();
  studio = stack.use(await openArchiveStudio(database));
  return () => stack.disposeAsync();
});

const DAY_MS = 86_400_000;
const now = new Date("2026-11-22T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
const db = () => studio.database.drizzle;

/** A session with one of everything, as old as the trash wants it, and one call that ended long ago. */
async function trashed(deletedAt: Date | null, call: Partial<typeof calls.$inferInsert> = {}) {
  const { sessionId } = await seedSession(studio);
  await db().update(sessions).set({ deletedAt }).where(eq(sessions.id, sessionId));
  const [generation] = await db().select().from(generations).where(eq(generations.sessionId, sessionId));
  await db()
    .insert(calls)
    .values({
      ...{ id: uuidv7(), generationId: generation?.id ?? "", lane: sessionId, firstIndex: 0, imageCount: 1 },
      ...{ state: "answered", endedAt: daysAgo(40), costUsd: 0.04 },
      ...call,
    });
  return sessionId;
}

async function counts() {
  const tables = { sessions, generations, calls, images, matrices, ledger };
  const entries = Object.entries(tables).map(async ([name, table]) => [name, await db().$count(table)]);
  return Object.fromEntries(await Promise.all(entries));
}
async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const key of studio.storage.list("")) found.push(key);
  return found;
}

async function empty(): Promise<void> {
  await emptySessionTrash(studio, now);
  await removeBytes(studio);
}

test("removes a session that was deleted 30 days ago with all that is its own, and keeps what it cost", async () => {
  await trashed(daysAgo(31));
  await empty();
  const none = { sessions: 0, generations: 0, calls: 0, images: 0, matrices: 0 };
  expect(await counts()).toEqual({ ...none, ledger: 1 });
  expect(await keys()).toEqual([]);
});

test("leaves every other session as it is, rows and bytes", async () => {
  const kept = [await trashed(daysAgo(29)), await trashed(null)];
  const before = { counts: await counts(), keys: await keys() };
  await trashed(daysAgo(31));
  await empty();
  expect({ counts: await counts(), keys: await keys() }).toEqual(before);
  const left = await db().select({ id: sessions.id }).from(sessions);
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
});

test.each([
  ["a call that waits to be sent", { state: "planned", endedAt: null }],
  ["a call under way", { state: "sent", endedAt: null }],
  ["a call that ended in the last 30 days", { state: "unknown", endedAt: daysAgo(3) }],
] as const)("leaves a session with %s", async (_, call) => {
  const sessionId = await trashed(daysAgo(31), call);
  await trashed(daysAgo(31));
  await empty();
  expect(await db().select({ id: sessions.id }).from(sessions)).toEqual([{ id: sessionId }]);
});
