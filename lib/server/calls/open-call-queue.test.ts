import { expect, test } from "vitest";
import { openQueue } from "@/lib/server/calls/open-call-queue";
import type { Taken } from "@/lib/server/ports/call-queue";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

const fail = (error: unknown) => {
  throw error;
};
const AN_HOUR_MS = 3_600_000;

async function open(onError: (error: unknown) => void = fail) {
  const queue = await openQueue(database, onError, AN_HOUR_MS);
  return { ...queue, [Symbol.asyncDispose]: () => queue.stop() };
}

/** What is there to be taken, and a promise of each look at it. */
function shelf() {
  const waiting: Taken[] = [];
  let looked = Promise.withResolvers<void>();
  return {
    waiting,
    takeNext: async (): Promise<Taken> => {
      const taken = waiting.shift() ?? { dueInMs: null };
      if (!("done" in taken)) looked.resolve();
      return taken;
    },
    /** When there was nothing more to be had since the last time this was asked. */
    async emptied() {
      await looked.promise;
      looked = Promise.withResolvers<void>();
    },
  };
}

test("looks as soon as it is told within a transaction that is committed, on the one connection there is", async () => {
  await using queue = await open();
  const { waiting, takeNext, emptied } = shelf();
  await queue.work(1, takeNext);
  await emptied();
  const done = Promise.withResolvers<void>();
  await database.drizzle.transaction(async (db) => {
    await queue.wake(db);
    waiting.push({ done: done.promise.then(() => undefined) });
  });
  await expect.poll(() => waiting.length, { interval: 1 }).toBe(0);
  done.resolve();
});

test("hears what another instance tells", async () => {
  await using queue = await open();
  await using other = await open();
  const { waiting, takeNext, emptied } = shelf();
  await queue.work(1, takeNext);
  await emptied();
  waiting.push({ done: Promise.resolve() });
  await other.wake(database.drizzle);
  await emptied();
  expect(waiting).toEqual([]);
});

test("looks again when the time of what waits has come, without being told", async () => {
  await using queue = await open();
  const { waiting, takeNext, emptied } = shelf();
  waiting.push({ dueInMs: 1 }, { done: Promise.resolve() });
  await queue.work(1, takeNext);
  await emptied();
  await emptied();
  expect(waiting).toEqual([]);
});

test("works at as many as it may, and goes on with the next at once", async () => {
  await using queue = await open();
  const { waiting, takeNext, emptied } = shelf();
  const calls = Array.from({ length: 12 }, () => Promise.withResolvers<void>());
  waiting.push(...calls.map(({ promise }) => ({ done: promise })));
  await queue.work(3, takeNext);
  await expect.poll(() => waiting.length, { interval: 1 }).toBe(9);
  for (const { resolve } of calls.slice(0, 4)) resolve();
  await expect.poll(() => waiting.length, { interval: 1 }).toBe(5);
  for (const { resolve } of calls) resolve();
  await emptied();
  expect(waiting).toEqual([]);
});

test("goes on after a look that failed and a call that failed, and says so", async () => {
  const errors: unknown[] = [];
  await using queue = await open((error) => errors.push(String(error)));
  const { takeNext, emptied } = shelf();
  const looks: (() => Promise<Taken>)[] = [
    async () => {
      await queue.wake(database.drizzle);
      throw new Error("a look");
    },
    async () => {
      const done = Promise.reject(new Error("a call"));
      // The queue hears of it a turn or two later, which is no loss.
      done.catch(() => {});
      return { done };
    },
  ];
  await queue.work(1, () => (looks.shift() ?? takeNext)());
  await emptied();
  expect(errors).toEqual(["Error: a look", "Error: a call"]);
});

test("takes nothing more once it is stopped", async () => {
  const queue = await open();
  const { waiting, takeNext, emptied } = shelf();
  await queue.work(1, takeNext);
  await emptied();
  await queue.stop();
  waiting.push({ done: Promise.resolve() });
  await queue.wake(database.drizzle);
  expect(waiting).toHaveLength(1);
});
