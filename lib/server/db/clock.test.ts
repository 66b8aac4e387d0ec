import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";

import { requestCancel } from "@/lib/server/db/queries/journal/calls";
import { extendLeases } from "@/lib/server/db/queries/leases";
import { createSession } from "@/lib/server/db/queries/sessions";
import { changeImages } from "@/lib/server/images/change-images";
import { emptyTrash } from "@/lib/server/images/empty-trash";
import { countTry } from "@/lib/server/limits/rate-limit";
import { calls, images, sessions } from "@/lib/server/schema/studio-tables";
import { changeSession } from "@/lib/server/sessions/change-session";
import { emptySessionTrash } from "@/lib/server/sessions/empty-session-trash";
import { all, openEventStream, openTestStudio } from "@/lib/server/testing/studio.fixture";

import { useDatabase } from "@/lib/server/testing/use-database";

import { LOCAL_OWNER } from "@/lib/server/viewer";
import { readDatabaseClock } from "./clock";

const database = useDatabase();
afterEach(() => vi.useRealTimers());

/** This machine's clock alone is wrong, and by so much. */
const setClock = (byMs: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + byMs });
const YEAR_MS = 365 * 86_400_000;

// The embedded database has its clock from this machine: there is but one.
describe("where instances share a server", () => {
  test.each([-YEAR_MS, YEAR_MS])(
    "a clock that is off by %i ms deletes nothing that was just put into the trash",
    async (offMs) => {
      await using studio = await openTestStudio(database);
      const { generation } = await studio.submit();
      const [image] = await studio.imagesWhen(generation.id, all("completed"));
      const { drizzle: db } = database;
      const kept = await createSession(db, { viewerId: LOCAL_OWNER.id, title: "Kept" });
      setClock(offMs);
      await changeImages(db, LOCAL_OWNER, [image?.id ?? ""], { deleted: true });
      await changeSession(db, LOCAL_OWNER, kept.id, { deleted: true });
      setClock(0);
      vi.useRealTimers();
      setClock(-offMs);
      await emptyTrash(studio.services);
      await emptySessionTrash(studio.services);
      expect(await db.$count(images, eq(images.generationId, generation.id))).toBe(1);
      expect(await db.$count(sessions, eq(sessions.id, kept.id))).toBe(1);
    },
  );

  test("a cancel is heard however much the clocks of two instances differ", async () => {
    await using studio = await openTestStudio(database, { answer: () => openEventStream().response });
    const { generation } = await studio.submit();
    await studio.imagesWhen(generation.id, all("developing"));
    const { drizzle: db } = database;
    const [call] = await db.select().from(calls).where(eq(calls.generationId, generation.id));
    const own = { workerId: studio.services.workerId, ids: [call?.id ?? ""] };
    expect(await extendLeases(db, own)).toMatchObject([{ isSent: true, isCancelled: false }]);
    setClock(-60_000);
    await requestCancel(db, { generationId: generation.id });
    vi.useRealTimers();
    expect(await extendLeases(db, own)).toMatchObject([{ id: call?.id, isCancelled: true }]);
  });

  test("tries are counted together by instances whose clocks differ", async () => {
    const { drizzle: db } = database;
    const key = `clock:${crypto.randomUUID()}`;
    const rate = { max: 2, windowMs: 60_000 };
    for (const offMs of [-YEAR_MS, YEAR_MS]) {
      setClock(offMs);
      await countTry(db, key, rate);
      vi.useRealTimers();
    }
    await expect(countTry(db, key, rate)).rejects.toMatchObject({ code: "too_many_tries" });
  });

  test("the database's clock is told whatever this machine's says", async () => {
    const trueMs = Date.now();
    setClock(YEAR_MS);
    const now = await readDatabaseClock(database.drizzle);
    vi.setSystemTime(0);
    expect(Math.abs(now().getTime() - trueMs)).toBeLessThan(60_000);
  });

  test("a picture that is restored while the trash is emptied stays", async () => {
    await using studio = await openTestStudio(database);
    const { generation } = await studio.submit();
    await studio.imagesWhen(generation.id, all("completed"));
    const { drizzle: db } = database;
    await db.update(images).set({ deletedAt: sql`clock_timestamp() - interval '31 days'` });
    const emptied = await db.transaction(async (restoring) => {
      await restoring.update(images).set({ deletedAt: null });
      const emptying = emptyTrash(studio.services);
      const isWaiting = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`;
      await vi.waitFor(async () => expect((await db.execute(isWaiting)).rows).not.toEqual([]));
      return { emptying };
    });
    await emptied.emptying;
    expect(await db.$count(images, eq(images.generationId, generation.id))).toBe(1);
  });
});
