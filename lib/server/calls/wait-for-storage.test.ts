import { expect, test } from "vitest";

import type { Image } from "@/lib/domain/generation/image";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, openTestStudio } from "@/lib/server/testing/studio.fixture";

import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

const waitsForStorage = (images: Image[]) =>
  images.every((image) => image.state === "waiting" && image.waitsFor === "storage");

test("nothing is sent while storage is away, its tiles say so, and each is sent once when it is back", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  await using studio = await openTestStudio(database, { storage });
  set({ code: "ECONNREFUSED" });
  const submitted = await Promise.all(Array.from({ length: 30 }, () => studio.submit()));
  for (const { generation } of submitted) await studio.imagesWhen(generation.id, waitsForStorage);
  expect(studio.sent).toEqual([]);
  set("fine");
  for (const { generation } of submitted) await studio.imagesWhen(generation.id, all("completed"));
  expect(studio.sent).toHaveLength(30);
});

test("a studio whose storage is away from the start opens all the same", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  set({ code: "EACCES" });
  await using studio = await openTestStudio(database, { storage });
  expect(studio.services.storageWatch.state()).toMatchObject({
    type: "away",
    reason: "The studio may not write to the folder.",
  });
  expect(studio.lines.join()).toContain("storage-away");
  const { generation } = await studio.submit();
  await studio.imagesWhen(generation.id, waitsForStorage);
  set("fine");
  await studio.imagesWhen(generation.id, all("completed"));
});
