import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ArchiveStudio, openArchiveStudio } from "@/lib/server/archive/archive.fixture";
import { seedSession } from "@/lib/server/archive/seed-session.fixture";
import { updateImages } from "@/lib/server/db/queries/images";
import { images } from "@/lib/server/schema/studio-tables";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { readTrash } from "./read-trash";

const database = useDatabase();
let studio: ArchiveStudio;
let seeded: Awaited<ReturnType<typeof seedSession>>;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  studio = stack.use(await openArchiveStudio(database));
  seeded = await seedSession(studio);
});
afterAll(() => stack.disposeAsync());

test("holds what was deleted of a session, the last one first, until it is brought back", async () => {
  const { drizzle: db } = studio.database;
  const { sessionId, trashedId, imageIds } = seeded;
  const [lastId = ""] = imageIds;
  await db
    .update(images)
    .set({ deletedAt: new Date("2026-11-22T00:00:00Z") })
    .where(eq(images.id, lastId));
  const { trashed, count } = await readTrash(db, LOCAL_OWNER, sessionId);
  expect(trashed.map(({ image }) => image.id)).toEqual([lastId, trashedId]);
  expect(trashed[0]?.prompt).toContain("雪の中の狐");
  expect(count).toBe(2);
  await updateImages(db, { viewerId: LOCAL_OWNER.id, ids: [trashedId], changes: { deletedAt: null } });
  expect(await readTrash(db, LOCAL_OWNER, sessionId)).toMatchObject({ count: 1 });
});

test("has nothing for another viewer", async () => {
  const read = readTrash(studio.database.drizzle, { id: "stranger" }, seeded.sessionId);
  await expect(read).rejects.toMatchObject({ code: "not_found" });
});
