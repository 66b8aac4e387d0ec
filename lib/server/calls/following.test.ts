import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";

import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import type { Storage } from "@/lib/server/ports/storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";

import { all, allEnded, openEventStream, openTestStudio, picture } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

import { runCall } from "./run-call";

const database = useDatabase();
afterEach(() => void vi.useRealTimers());

const streamed = { model: modelLabelled("GPT Image 1"), options: { partials: 3 } };

/** Storage that never answers to these keys, and says how often it was asked. */
function hangingStorage(isMeant: (key: string) => boolean) {
  const storage = openMemoryStorage();
  let hangs = 0;
  const put: Storage["put"] = (key, ...rest) => {
    if (!isMeant(key)) return storage.put(key, ...rest);
    hangs += 1;
    return new Promise(() => {});
  };
  return { storage: { ...storage, put }, hangs: () => hangs };
}

test("a preview whose row cannot be written costs neither the stream nor the picture", async () => {
  const stream = openEventStream();
  await using studio = await openTestStudio(database, { answer: () => stream.response });
  await database.drizzle.execute(
    sql`alter table images add constraint no_preview check (partial_hash is null)`,
  );
  try {
    const { generation } = await studio.submit(streamed);
    stream.partial(0, await picture(1));
    await expect.poll(() => studio.lines.join("")).toContain("partial-skipped");
    stream.completed(await picture(2));
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
    expect(studio.sent[0]?.signal.aborted).toBe(false);
  } finally {
    await database.drizzle.execute(sql`alter table images drop constraint no_preview`);
  }
});

test("a preview that storage never answers holds up neither the stream nor the picture", async () => {
  const stream = openEventStream();
  const { storage, hangs } = hangingStorage((key) => key.includes("partial"));
  await using studio = await openTestStudio(database, { answer: () => stream.response, storage });
  const { generation } = await studio.submit(streamed);
  stream.partial(0, await picture(1));
  await expect.poll(hangs).toBe(1);
  stream.partial(1, await picture(2));
  stream.completed(await picture(3));
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
  expect(hangs(), "nor is another one begun beside it").toBe(1);
});

test("a call whose picture storage never takes is let go of in the end, and no longer extended", async () => {
  const stream = openEventStream();
  const { storage, hangs } = hangingStorage((key) => key.endsWith("original"));
  await using studio = await openTestStudio(database, { answer: () => stream.response, storage });
  // So that the test itself takes the call.
  await studio.services.queue.stop();
  const { generation } = await studio.submit(streamed);
  const [call] = await studio.callsOf(generation.id);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const run = runCall(studio.services, call?.id ?? "");
  await studio.imagesWhen(generation.id, all("developing"));
  stream.completed(await picture());
  await expect.poll(hangs, { timeout: 10_000 }).toBe(1);
  expect([...studio.services.running.keys()]).toEqual([call?.id]);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  await run;
  vi.useRealTimers();
  expect([...studio.services.running.keys()]).toEqual([]);
  expect(studio.lines.join("")).toContain("call-overdue");
});

test("a fault of the studio's own is called one, and the words do not say that it stopped", async () => {
  const stream = openEventStream();
  await using studio = await openTestStudio(database, { answer: () => stream.response });
  const { modelOf } = studio.services;
  const { generation } = await studio.submit(streamed);
  await studio.imagesWhen(generation.id, all("developing"));
  studio.services.modelOf = () => {
    studio.services.modelOf = modelOf;
    throw new TypeError("a fault of our own");
  };
  stream.completed(await picture());
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
    { state: "unknown", failure: { code: "studio_failed", billed: "maybe" } },
  ]);
});
