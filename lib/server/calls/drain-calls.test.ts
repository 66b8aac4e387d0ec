import { expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { NO_DRAIN } from "@/lib/server/ports/drain";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, openEventStream, openTestStudio, picture } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

const streamed = { model: modelLabelled("GPT Image 1"), options: { partials: 0 } };
const imagesOf = (id: string) => listImagesOf(database.drizzle, { generationIds: [id] });
const minute = { ...NO_DRAIN, withinMs: 60_000 };

test("a studio that stops waits for what is under way, and sends nothing of what waits", async () => {
  const stream = openEventStream();
  const studio = await openTestStudio(database, { answer: () => stream.response, atOnce: 1 });
  const { generation } = await studio.submit(streamed);
  await studio.imagesWhen(generation.id, all("developing"));
  const waiting = await studio.submit(streamed);
  const told: number[] = [];
  const closed = studio.services.close({ ...minute, onWaiting: (calls) => told.push(calls) });
  await expect.poll(() => told).toEqual([1]);
  stream.completed(await picture());
  await closed;
  expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "answered" }]);
  expect(await studio.callsOf(waiting.generation.id)).toMatchObject([{ state: "planned", sends: 0 }]);
  expect(studio.sent).toHaveLength(1);
});

test("patience that ends, ends what the provider works on, and keeps a final that has begun", async () => {
  const storage = openMemoryStorage();
  const mayStore = Promise.withResolvers<void>();
  const put: typeof storage.put = async (key, ...rest) => {
    if (key.endsWith("original")) await mayStore.promise;
    return storage.put(key, ...rest);
  };
  const streams = [openEventStream(), openEventStream()];
  const studio = await openTestStudio(database, {
    answer: ({ nth }) => streams[nth]?.response ?? Response.error(),
    storage: { ...storage, put },
  });
  const working = await studio.submit(streamed);
  await studio.imagesWhen(working.generation.id, all("developing"));
  const storing = await studio.submit(streamed);
  await studio.imagesWhen(storing.generation.id, all("developing"));
  streams[1]?.completed(await picture());
  await expect
    .poll(() => [...studio.services.running.values()].map(({ isAnswering }) => isAnswering))
    .toEqual([false, true]);
  const closed = studio.services.close({ ...NO_DRAIN, withinMs: 1 });
  await expect.poll(async () => (await studio.callsOf(working.generation.id))[0]?.state).toBe("unknown");
  expect(studio.sent[0]?.signal.aborted).toBe(true);
  expect(await imagesOf(storing.generation.id)).toMatchObject([{ state: "developing" }]);
  mayStore.resolve();
  await closed;
  expect(await imagesOf(storing.generation.id)).toMatchObject([{ state: "completed" }]);
});

test("hurry ends what the provider works on at once", async () => {
  const studio = await openTestStudio(database, { answer: () => openEventStream().response });
  const { generation } = await studio.submit(streamed);
  await studio.imagesWhen(generation.id, all("developing"));
  const hurry = new AbortController();
  const closed = studio.services.close({ ...minute, hurry: hurry.signal });
  await expect.poll(() => studio.services.stopping.aborted).toBe(true);
  hurry.abort();
  await closed;
  expect(await studio.callsOf(generation.id)).toMatchObject([
    { state: "unknown", failure: { code: "interrupted" } },
  ]);
});
