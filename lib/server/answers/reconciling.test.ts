import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import { originalKey, partialKey, thumbnailKey } from "@/lib/domain/generation/picture-address";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { claimChore, releaseChore } from "@/lib/server/db/queries/journal/chores";
import { findSession } from "@/lib/server/db/queries/sessions";
import { storeMark } from "@/lib/server/schema/store-table";
import { images } from "@/lib/server/schema/studio-tables";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { collectKeys } from "@/lib/server/testing/storage-contract";
import {
  all,
  allEnded,
  openEventStream,
  openTestStudio,
  picture,
  type TestStudio,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { findLostPictures } from "./find-lost-pictures";
import { walkStorage } from "./walk-storage";

const database = useDatabase();
const durable = { durable: true };
const goOn = async () => true;

/** A studio whose one picture was sent and ended as unknown, and its bytes in storage after all. */
async function withLostPicture() {
  const storage = openMemoryStorage();
  const stream = openEventStream();
  const studio = await openTestStudio(database, { storage, answer: () => stream.response });
  const { generation, images: rows } = await studio.submit({
    model: modelLabelled("GPT Image 1"),
    options: { partials: 0 },
  });
  await studio.imagesWhen(generation.id, all("developing"));
  stream.cut();
  await studio.imagesWhen(generation.id, all("unknown"));
  const id = rows[0]?.id ?? "";
  await storage.put(originalKey(id), Buffer.from(await picture(3), "base64"), durable);
  return { studio, storage, generation, id };
}

async function picturesOf({ sessionId }: TestStudio) {
  return (await findSession(database.drizzle, { viewerId: LOCAL_OWNER.id, id: sessionId }))?.pictureCount;
}

test.each([
  ["a look at what ended lately", (tools: TestStudio["services"]) => findLostPictures(tools, null)],
  ["a walk through the storage", (tools: TestStudio["services"]) => walkStorage(tools, goOn)],
])("%s finishes a picture that was stored after its call was given up, once", async (_, look) => {
  const { studio, generation } = await withLostPicture();
  await using _studio = studio;
  await look(studio.services);
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
    { state: "completed", widthPx: 48 },
  ]);
  await look(studio.services);
  expect(await picturesOf(studio)).toBe(1);
});

test("a picture that is found gets what its answer said of it", async () => {
  const storage = openMemoryStorage();
  await using studio = await openTestStudio(database, {
    storage,
    answer: async () =>
      Response.json({
        size: "256x256",
        data: [{ b64_json: await picture(1), revised_prompt: "a red fox" }],
      }),
  });
  const { generation, images: rows } = await studio.submit({ options: { size: "256x256" } });
  const before = await studio.imagesWhen(generation.id, all("completed"));
  const id = rows[0]?.id ?? "";
  // As if its process had died after storing it, and another had given it up.
  await database.drizzle
    .update(images)
    .set({
      ...{ state: "unknown", originalHash: null, thumbnailHash: null, used: null, costUsd: null },
      failure: { code: "interrupted", message: "", billed: "yes", todo: "" },
    })
    .where(eq(images.id, id));
  await findLostPictures(studio.services, null);
  const [found] = await studio.imagesWhen(generation.id, all("completed"));
  expect({ ...found, version: 0 }).toEqual({ ...before[0], version: 0 });
});

/** As if the database had known its store for so many days, and these bytes had been stored so many days ago. */
async function withOrphan(days: { known: number; stored: number }) {
  const storage = openMemoryStorage();
  const studio = await openTestStudio(database, { storage });
  await database.drizzle.insert(storeMark).values({ id: 1, mark: uuidv7() }).onConflictDoNothing();
  await database.drizzle
    .update(storeMark)
    .set({ orphansSince: sql`clock_timestamp() - ${days.known} * interval '1 day'` });
  onTestFinished(async () => void (await database.drizzle.delete(storeMark)));
  const storedAt = async () => new Date(Date.now() - days.stored * 86_400_000);
  const id = uuidv7();
  for (const key of [originalKey(id), thumbnailKey(id), partialKey(id, "0".repeat(16))])
    await storage.put(key, Uint8Array.of(1), durable);
  return { studio, id, tools: { ...studio.services, storage: { ...storage, storedAt } }, storage };
}

test("bytes that no row has named for a day are removed and reported", async () => {
  const { studio, id, tools, storage } = await withOrphan({ known: 9, stored: 2 });
  await using _ = studio;
  await walkStorage(tools, goOn);
  expect(await collectKeys(storage.list("images/"))).toEqual([]);
  const line = studio.lines.find((one) => one.includes("orphans-found")) ?? "{}";
  expect(JSON.parse(line)).toMatchObject({ removed: 1, kept: 0, imageIds: [id] });
});

test("bytes that are younger than a day stay: their rows may be on their way", async () => {
  const { studio, tools, storage } = await withOrphan({ known: 9, stored: 0 });
  await using _ = studio;
  await walkStorage(tools, goOn);
  expect(await collectKeys(storage.list("images/"))).toHaveLength(3);
  expect(studio.lines.join()).not.toContain("orphans-found");
});

test("bytes from before the database knew its store stay and are reported: another may have known them", async () => {
  const { studio, id, tools, storage } = await withOrphan({ known: 9, stored: 12 });
  await using _ = studio;
  await walkStorage(tools, goOn);
  expect(await collectKeys(storage.list("images/"))).toHaveLength(3);
  const line = studio.lines.find((one) => one.includes("orphans-found")) ?? "{}";
  expect(JSON.parse(line)).toMatchObject({ removed: 0, kept: 1, imageIds: [id] });
});

test("bytes of rows in any state stay", async () => {
  const { studio, storage, id } = await withLostPicture();
  await using _ = studio;
  await storage.put(originalKey(id), Uint8Array.of(1), durable);
  const tools = { ...studio.services, storage: { ...storage, storedAt: async () => new Date(0) } };
  await walkStorage(tools, goOn);
  expect(await storage.get(originalKey(id))).not.toBeNull();
});

test("of two instances one does a chore, and again only when it is due", async () => {
  const { drizzle: db } = database;
  const name = `chore-${uuidv7()}`;
  const [first, second] = [uuidv7(), uuidv7()];
  expect(await claimChore(db, { name, workerId: first, everyMs: 60_000 })).toBe(true);
  expect(await claimChore(db, { name, workerId: second, everyMs: 0 })).toBe(false);
  await releaseChore(db, { name, workerId: second, isDone: true });
  expect(
    await claimChore(db, { name, workerId: second, everyMs: 0 }),
    "it is not the other's to let go",
  ).toBe(false);
  await releaseChore(db, { name, workerId: first, isDone: true });
  expect(await claimChore(db, { name, workerId: second, everyMs: 60_000 })).toBe(false);
  expect(await claimChore(db, { name, workerId: second, everyMs: 0 })).toBe(true);
  await releaseChore(db, { name, workerId: second, isDone: false });
  await db.execute(sql`update chores set lease_until = clock_timestamp() - interval '1 second'`);
});
