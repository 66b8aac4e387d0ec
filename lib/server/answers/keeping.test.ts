import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Image } from "@/lib/domain/generation/image";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { openFilesystemStorage } from "@/lib/server/storage/filesystem-storage";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { collectKeys } from "@/lib/server/testing/storage-contract";
import { all, allEnded, openTestStudio, picture, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

/** Two pictures at 256 x 256 for 1.6 cents each, with words of their own. */
async function twoPictures(): Promise<Response> {
  const data = [0, 1].map(async (shade) => ({
    b64_json: await picture(shade),
    revised_prompt: `a red fox, ${shade}`,
  }));
  return Response.json({ size: "256x256", data: await Promise.all(data) });
}
const twoSmall = { imageCount: 2, options: { size: "256x256" } };

const waitsForStorage = (images: Image[]) =>
  images.every((image) => image.state === "developing" && image.waitsFor === "storage");

/** An answer that the test gives when it likes. */
function heldBack() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { answer: () => promise.then(twoPictures), give: resolve };
}

async function expectWhole({ services }: Pick<TestStudio, "services">, images: Image[]): Promise<void> {
  for (const [shade, image] of images.entries()) {
    expect(image).toMatchObject({
      ...{ state: "completed", revisedPrompt: `a red fox, ${shade}`, used: { size: "256x256" } },
      costUsd: expect.closeTo(0.016, 8),
    });
    const stored = await services.storage.get(originalKey(image.id));
    expect(Buffer.from(stored ?? []).toString("base64")).toBe(await picture(shade));
  }
}

async function openFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "keeping-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    mounted: path.join(folder, "pictures"),
    elsewhere: path.join(folder, "elsewhere"),
    spool: path.join(folder, "spool"),
  };
}

test("pictures that finish while the folder is gone wait, say so, and are stored when it is back", async () => {
  const { mounted, elsewhere, spool } = await openFolder();
  const place = await openFilesystemStorage({ folder: spool });
  const { answer, give } = heldBack();
  await using studio = await openTestStudio(database, {
    ...{ answer, storage: await openFilesystemStorage({ folder: mounted }) },
    spool: { place, isFirst: false },
  });
  const { generation } = await studio.submit(twoSmall);
  await studio.imagesWhen(generation.id, all("developing"));
  await rename(mounted, elsewhere);
  give();
  await studio.imagesWhen(generation.id, waitsForStorage);
  expect(await collectKeys(place.list("")), "two pictures and what was answered").toHaveLength(3);
  expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "answered" }]);
  await rename(elsewhere, mounted);
  await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
  expect(studio.sent).toHaveLength(1);
  await expect.poll(() => collectKeys(place.list(""))).toEqual([]);
});

test("pictures that wait outlive the process, also with storage away at the next start", async () => {
  const { mounted, spool } = await openFolder();
  const stored = await openFilesystemStorage({ folder: mounted });
  const place = await openFilesystemStorage({ folder: spool });
  const dying = failingStorage(stored);
  const { answer, give } = heldBack();
  const first = await openTestStudio(database, {
    ...{ answer, storage: dying.storage },
    spool: { place, isFirst: false },
  });
  const { generation } = await first.submit(twoSmall);
  await first.imagesWhen(generation.id, all("developing"));
  dying.set({ code: "EIO" });
  give();
  await first.imagesWhen(generation.id, waitsForStorage);

  const second = failingStorage(stored);
  second.set({ code: "EIO" });
  await using survivor = await openTestStudio(database, {
    ...{ storage: second.storage, keepRows: true },
    spool: { place: await openFilesystemStorage({ folder: spool }), isFirst: false },
  });
  expect(survivor.lines.join()).toContain("answers-resumed");
  await survivor.imagesWhen(generation.id, waitsForStorage);
  second.set("fine");
  await expectWhole(survivor, await survivor.imagesWhen(generation.id, allEnded));
  expect(first.sent.length + survivor.sent.length).toBe(1);
  await first.services.close();
});

test("pictures that storage takes for ever to take are written down beside it, and their tiles say so", async () => {
  const place = openMemoryStorage();
  const { storage, set } = failingStorage(openMemoryStorage());
  const { answer, give } = heldBack();
  const released = Promise.withResolvers<void>();
  await using studio = await openTestStudio(database, {
    ...{ answer, storage, spool: { place, isFirst: false }, keeping: { slowMs: 1 } },
  });
  const { generation } = await studio.submit(twoSmall);
  await studio.imagesWhen(generation.id, all("developing"));
  // Whoever else asks is told that it fails: waiting for that too would take the time of a probe.
  set((operation, key) =>
    operation === "put" && key.endsWith("original") ? released.promise : { code: "EIO" },
  );
  give();
  await studio.imagesWhen(generation.id, waitsForStorage);
  expect(await collectKeys(place.list(""))).toHaveLength(3);
  set("fine");
  released.resolve();
  await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
});

test("a picture that storage refuses holds up neither its siblings nor is it lost", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  await using studio = await openTestStudio(database, { storage, answer: twoPictures });
  const refused: string[] = [];
  set((operation, key) =>
    operation === "put" && refused.some((id) => key === originalKey(id)) ? { code: "EIO" } : "fine",
  );
  const { generation, images } = await studio.submit(twoSmall);
  refused.push(images[1]?.id ?? "");
  await studio.imagesWhen(
    generation.id,
    ([first, second]) =>
      first?.state === "completed" && second?.state === "developing" && second.waitsFor === "storage",
  );
  const next = await studio.submit();
  await studio.imagesWhen(
    next.generation.id,
    ([image]) => image?.state === "waiting" && image.waitsFor === "storage",
  );
  expect(studio.sent, "nothing more is paid for meanwhile").toHaveLength(1);
  refused.pop();
  await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
  await studio.imagesWhen(next.generation.id, all("completed"));
});

test("a tile that cannot be stored is made again later", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  await using studio = await openTestStudio(database, { storage, answer: twoPictures });
  let failures = 3;
  set((operation, key) => {
    if (operation !== "put" || !key.endsWith("thumbnail") || failures === 0) return "fine";
    failures -= 1;
    return { code: "EIO" };
  });
  const { generation } = await studio.submit(twoSmall);
  await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
  expect(failures).toBe(0);
});

test("an answer that cannot be journalled is written down, and keeps its cost and its words", async () => {
  const place = openMemoryStorage();
  const storage = openMemoryStorage();
  await using studio = await openTestStudio(database, {
    ...{ storage, answer: twoPictures, spool: { place, isFirst: false } },
  });
  await database.drizzle.execute(sql`alter table calls add constraint no_answer check (state <> 'answered')`);
  try {
    const { generation, images } = await studio.submit(twoSmall);
    await expect.poll(() => collectKeys(place.list(""))).not.toEqual([]);
    for (const { id } of images) expect(await storage.get(originalKey(id))).not.toBeNull();
    await database.drizzle.execute(sql`alter table calls drop constraint no_answer`);
    await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
    expect(await studio.callsOf(generation.id)).toMatchObject([
      { state: "answered", costUsd: expect.closeTo(0.032, 8) },
    ]);
  } finally {
    await database.drizzle.execute(sql`alter table calls drop constraint if exists no_answer`);
  }
});

test("what travels to a storage elsewhere is on the local disk first, and gone from it afterwards", async () => {
  const order: string[] = [];
  const recording = (name: string, storage = openMemoryStorage()) => ({
    ...storage,
    async put(...args: Parameters<typeof storage.put>) {
      if (!args[0].startsWith("probe/")) order.push(`${name} ${args[0].split("/").at(-1)}`);
      await storage.put(...args);
    },
  });
  const place = recording("disk");
  await using studio = await openTestStudio(database, {
    ...{ answer: twoPictures, storage: recording("store"), spool: { place, isFirst: true } },
  });
  const { generation, images } = await studio.submit(twoSmall);
  await studio.imagesWhen(generation.id, all("completed"));
  expect(order.slice(0, 4)).toEqual([
    ...images.map(({ id }) => `disk ${id}`),
    "disk answer",
    "store original",
  ]);
  await expect.poll(() => collectKeys(place.list(""))).toEqual([]);
});

test("what is on the local disk is not in memory too where that is short", async () => {
  const place = openMemoryStorage();
  const { storage, set } = failingStorage(openMemoryStorage());
  const { answer, give } = heldBack();
  await using studio = await openTestStudio(database, {
    ...{ answer, storage, spool: { place, isFirst: false }, keeping: { memoryBytesMax: 1 } },
  });
  const { generation } = await studio.submit(twoSmall);
  await studio.imagesWhen(generation.id, all("developing"));
  set({ code: "EIO" });
  give();
  await studio.imagesWhen(generation.id, waitsForStorage);
  const read = place.get;
  const keys: string[] = [];
  place.get = (key) => {
    keys.push(key);
    return read(key);
  };
  set("fine");
  await expectWhole(studio, await studio.imagesWhen(generation.id, allEnded));
  expect(new Set(keys).size).toBe(2);
});
