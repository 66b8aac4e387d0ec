import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { images } from "@/lib/server/schema/studio-tables";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { collectKeys } from "@/lib/server/testing/storage-contract";
import { all, answerWith, openTestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { emptyTrash } from "./empty-trash";
import { removeBytes } from "./remove-bytes";

const database = useDatabase();

/** Five finished pictures, in the trash for so many days. */
async function trashed(days: number) {
  const { storage, set } = failingStorage(openMemoryStorage());
  const studio = await openTestStudio(database, { storage, answer: ({ n }) => answerWith(n) });
  const { generation } = await studio.submit({ imageCount: 5 });
  const done = await studio.imagesWhen(generation.id, all("completed"));
  await database.drizzle
    .update(images)
    .set({ deletedAt: sql`clock_timestamp() - ${days} * interval '1 day'` });
  const keys = () => collectKeys(storage.list("images/"));
  return { studio, set, keys, ids: done.map(({ id }) => id) };
}

test("bytes of pictures that were in the trash for 30 days go once their rows are gone", async () => {
  const { studio, keys } = await trashed(31);
  await using _ = studio;
  await emptyTrash(studio.services);
  expect(await keys(), "a crash here leaves them for the next time").toHaveLength(10);
  await removeBytes(studio.services);
  expect(await keys()).toEqual([]);
});

test("bytes that cannot be removed hold up no others, and are removed later", async () => {
  const { studio, set, keys, ids } = await trashed(31);
  await using _ = studio;
  const stubborn = pictureKeys(ids[1] ?? "");
  set((operation, key) => (operation === "remove" && key === stubborn ? { code: "EIO" } : "fine"));
  await emptyTrash(studio.services);
  await removeBytes(studio.services);
  expect(await keys()).toHaveLength(2);
  expect(studio.lines.join()).toContain("bytes-not-removed");
  set("fine");
  await removeBytes(studio.services);
  expect(await keys()).toEqual([]);
});

test("while storage is away a round ends soon, and nothing is forgotten", async () => {
  const { studio, set, keys } = await trashed(31);
  await using _ = studio;
  set({ code: "EIO" });
  await emptyTrash(studio.services);
  await removeBytes(studio.services);
  expect(studio.lines.filter((line) => line.includes("bytes-not-removed"))).toHaveLength(3);
  set("fine");
  await removeBytes(studio.services);
  expect(await keys()).toEqual([]);
});

test("what is in the trash for less, or was brought back, stays", async () => {
  const { studio, keys, ids } = await trashed(29);
  await using _ = studio;
  await database.drizzle
    .update(images)
    .set({ deletedAt: null })
    .where(eq(images.id, ids[0] ?? ""));
  await emptyTrash(studio.services);
  await removeBytes(studio.services);
  expect(await keys()).toHaveLength(10);
});
