import { afterAll, beforeAll, expect, test } from "vitest";
import { openQueue } from "@/lib/server/calls/open-call-queue";
import { openTestDatabase } from "@/lib/server/testing/studio.fixture";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

const fail = (error: Error) => {
  throw error;
};
const call = (id: string, notBefore: Date | null = null) => ({ id, notBefore });

async function open() {
  const queue = await openQueue(database, fail);
  return { ...queue, [Symbol.asyncDispose]: () => queue.stop() };
}

test("takes jobs within a transaction from its first moment, on the one connection there is", async () => {
  await using queue = await open();
  await database.drizzle.transaction((db) => queue.enqueue(db, [call("first")]));
  const taken = Promise.withResolvers<string>();
  await queue.work(1, async (id) => taken.resolve(id));
  expect(await taken.promise).toBe("first");
});

test("forgets the jobs of a transaction that is rolled back", async () => {
  await using queue = await open();
  const undone = database.drizzle.transaction(async (db) => {
    await queue.enqueue(db, [call("undone")]);
    throw new Error("rolled back");
  });
  await expect(undone).rejects.toThrow("rolled back");
  const taken: string[] = [];
  const isDone = Promise.withResolvers<void>();
  await queue.enqueue(database.drizzle, [call("kept")]);
  await queue.work(1, async (id) => {
    taken.push(id);
    isDone.resolve();
  });
  await isDone.promise;
  expect(taken).toEqual(["kept"]);
});

test("keeps one waiting job of a call, and none before its time", async () => {
  await using queue = await open();
  const later = new Date(Date.now() + 600_000);
  await queue.enqueue(database.drizzle, [call("late", later), call("a"), call("a"), call("b")]);
  await queue.enqueue(database.drizzle, [call("a"), call("late"), call("last")]);
  const taken: string[] = [];
  const isDone = Promise.withResolvers<void>();
  await queue.work(1, async (id) => {
    taken.push(id);
    if (id === "last") isDone.resolve();
  });
  await isDone.promise;
  expect(taken).toEqual(["a", "b", "last"]);
});

test("works at as many as it may, and goes on with the next at once", async () => {
  await using queue = await open();
  const ids = Array.from({ length: 12 }, (_, index) => `many-${index}`);
  await queue.enqueue(
    database.drizzle,
    ids.map((id) => call(id)),
  );
  let atOnce = 0;
  let most = 0;
  const taken: string[] = [];
  const isDone = Promise.withResolvers<void>();
  const startedAt = performance.now();
  await queue.work(3, async (id) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    taken.push(id);
    if (taken.length === ids.length) isDone.resolve();
  });
  await isDone.promise;
  expect(taken.toSorted()).toEqual(ids.toSorted());
  expect(most).toBeLessThanOrEqual(3);
  expect(performance.now() - startedAt, "polling alone would take six seconds").toBeLessThan(4_000);
});
