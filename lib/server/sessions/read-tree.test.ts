import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { treeImageOf } from "@/lib/domain/gallery/session-tree";
import { type ArchiveStudio, openArchiveStudio } from "@/lib/server/archive/archive.fixture";
import { seedSession } from "@/lib/server/archive/seed-session.fixture";
import { images as imageRows } from "@/lib/server/schema/studio-tables";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { readGallery } from "./read-gallery";
import { readGalleryThrough } from "./read-gallery-through";
import { readTree } from "./read-tree";

const database = useDatabase();
let studio: ArchiveStudio;
let seeded: Awaited<ReturnType<typeof seedSession>>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  studio = stack.use(await openArchiveStudio(database));
  seeded = await seedSession(studio);
});
afterAll(() => stack.disposeAsync());

const db = () => studio.database.drizzle;
const gallery = () => readGallery(db(), LOCAL_OWNER, { sessionId: seeded.sessionId, before: null });

test("reads a session's tree: what iterates on what, and its pictures outside the trash", async () => {
  const { generations, images } = await readTree(db(), LOCAL_OWNER, seeded.sessionId);
  const shown = await gallery();
  const ids = shown.generations.map(({ id }) => id);
  expect(generations.map(({ id }) => id)).toEqual(ids);
  // The root iterates on a picture of another session, which is no branch of this one.
  expect(generations.map(({ parentId }) => parentId)).toEqual([ids[1], ids[2], null]);
  const visible = shown.images.filter(({ deletedAt }) => deletedAt === null);
  expect(images.map(({ id }) => id).toSorted()).toEqual(visible.map(({ id }) => id).toSorted());
  expect(images.find(({ id }) => id === seeded.imageIds[0])?.url).toMatch(/^\/i\/.*\/thumbnail-/);
  expect(images.find(({ state }) => state === "waiting")?.url).toBeNull();
  expect(images.find(({ state }) => state === "unknown")?.url).toMatch(/^\/i\/.*\/partial-/);
});

test("draws a picture as the gallery's own row of it, one that is seen through as such", async () => {
  const [id = ""] = seeded.imageIds;
  await db()
    .update(imageRows)
    .set({ used: { background: "transparent" } })
    .where(eq(imageRows.id, id));
  const { images } = await readTree(db(), LOCAL_OWNER, seeded.sessionId);
  const rows = (await gallery()).images.filter(({ deletedAt }) => deletedAt === null).map(treeImageOf);
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(images.toSorted(byId)).toEqual(rows.toSorted(byId));
  expect(images.filter(({ isTransparent }) => isTransparent).map(({ id }) => id)).toEqual([id]);
});

test("reads a session down to an old picture's generation, as its pages would", async () => {
  const { generations, images } = await gallery();
  const [newest, middle, oldest] = generations.map(({ id }) => id);
  const through = (imageId: string, before: string | null) =>
    readGalleryThrough(db(), LOCAL_OWNER, { sessionId: seeded.sessionId, before, imageId });
  const imageOf = (generationId = "") =>
    images.find((image) => image.generationId === generationId)?.id ?? "";
  const part = await through(imageOf(middle), null);
  expect(part.generations).toEqual(generations.slice(0, 2));
  expect(part.images).toEqual(images.filter(({ generationId }) => generationId !== oldest));
  expect(part.matrices).toHaveLength(1);
  expect(part.olderCursor).toBe(middle);
  const rest = await through(imageOf(oldest), newest ?? null);
  expect(rest.generations).toEqual(generations.slice(1));
  expect(rest.olderCursor).toBeNull();
});

test("has nothing for a picture of another session, nor for another viewer", async () => {
  const other = await seedSession(studio);
  const [imageId = ""] = other.imageIds;
  const page = { sessionId: seeded.sessionId, before: null, imageId };
  await expect(readGalleryThrough(db(), LOCAL_OWNER, page)).rejects.toMatchObject({ code: "not_found" });
  const stranger = { id: "stranger" };
  await expect(readTree(db(), stranger, seeded.sessionId)).rejects.toMatchObject({ code: "not_found" });
});
