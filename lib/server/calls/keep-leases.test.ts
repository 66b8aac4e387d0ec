import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { claimAbandonedCalls } from "@/lib/server/db/queries/leases";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, allEnded, openEventStream, openTestStudio, picture } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { keepLeases } from "./keep-leases";
import { recover } from "./recover";

const database = useDatabase();
const streamed = { model: modelLabelled("GPT Image 1"), options: { partials: 0 } };

async function leaseOf(callId: string): Promise<boolean> {
  const { rows } = await database.drizzle.execute<{ holds: boolean }>(
    sql`select lease_until > clock_timestamp() as holds from calls where id = ${callId}`,
  );
  return rows[0]?.holds === true;
}

/** As if the call's worker had given no sign of life for long; another worker's, where one is named. */
async function lapse(generationId: string, workerId?: string): Promise<void> {
  await database.drizzle.execute(sql`
    update calls set lease_until = clock_timestamp() - interval '1 minute',
      worker_id = coalesce(${workerId ?? null}::uuid, worker_id)
    where generation_id = ${generationId}`);
}

test("a dead call whose picture storage never answers for costs no living call its lease", async () => {
  const storage = openMemoryStorage();
  const dead: string[] = [];
  let asked = 0;
  const get: typeof storage.get = (key) => {
    if (!dead.includes(key)) return storage.get(key);
    asked += 1;
    return new Promise(() => {});
  };
  await using studio = await openTestStudio(database, {
    storage: { ...storage, get },
    answer: () => openEventStream().response,
  });
  const [first, living] = [await studio.submit(streamed), await studio.submit(streamed)];
  dead.push(...first.images.map(({ id }) => originalKey(id)));
  await studio.imagesWhen(first.generation.id, all("developing"));
  await studio.imagesWhen(living.generation.id, all("developing"));
  const [deadCall] = await studio.callsOf(first.generation.id);
  studio.services.running.get(deadCall?.id ?? "")?.end();
  studio.services.running.delete(deadCall?.id ?? "");
  await lapse(first.generation.id, uuidv7());
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(1);

  await lapse(living.generation.id);
  const [livingCall] = await studio.callsOf(living.generation.id);
  await expect.poll(() => leaseOf(livingCall?.id ?? ""), { timeout: 30_000 }).toBe(true);
  expect(await studio.callsOf(living.generation.id)).toMatchObject([{ state: "sent" }]);
});

test("a call that this process follows is not taken for abandoned, however late its signs of life are", async () => {
  const stream = openEventStream();
  await using studio = await openTestStudio(database, { answer: () => stream.response });
  const { generation } = await studio.submit(streamed);
  await studio.imagesWhen(generation.id, all("developing"));
  await lapse(generation.id);
  await recover(studio.services, { isStart: false });
  expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "sent" }]);
  stream.completed(await picture());
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
});

test("each abandoned call is taken up by one of those who look, and is theirs for a while", async () => {
  await using studio = await openTestStudio(database, { answer: () => openEventStream().response });
  const { generation } = await studio.submit({ ...streamed, imageCount: 6 });
  await studio.imagesWhen(generation.id, all("developing"));
  await studio.services.close();
  await database.drizzle.execute(sql`update calls set state = 'sent', failure = null`);
  await lapse(generation.id, uuidv7());
  const claim = () =>
    claimAbandonedCalls(database.drizzle, {
      ...{ workerId: uuidv7(), onlyWorkerAlive: null, followed: [], limit: 4, withinMs: 60_000 },
    });
  const taken = await Promise.all([claim(), claim(), claim()]);
  const ids = taken.flat().map(({ id }) => id);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
  expect(Math.max(...taken.map(({ length }) => length))).toBeLessThanOrEqual(4);
});

test("a cancel through another instance is heard with the next sign of life", async () => {
  await using studio = await openTestStudio(database, { answer: () => openEventStream().response });
  const { generation } = await studio.submit(streamed);
  await studio.imagesWhen(generation.id, all("developing"));
  const elsewhere = { ...studio.services, running: new Map() };
  await cancelGeneration(elsewhere, LOCAL_OWNER, generation.id);
  await keepLeases(studio.services);
  expect(studio.sent[0]?.signal.aborted).toBe(true);
});
