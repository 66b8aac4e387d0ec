import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { countTry, forgetTries, takeBackTry } from "@/lib/server/limits/rate-limit";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

/** A database of tests may remember the last run. */
const run = randomUUID();
const key = (name: string) => `${run}:${name}`;
const rate = { max: 3, windowMs: 60_000 };
const start = new Date("2026-11-22T12:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);

test("lets so many tries through in a window, says how long it lasts, and begins anew after it", async () => {
  const { drizzle: db } = database;
  const tries = Array.from({ length: 5 }, () => countTry(db, key("a"), rate, start));
  const fates = await Promise.allSettled(tries);
  expect(fates.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  await expect(countTry(db, key("a"), rate, after(59_000))).rejects.toMatchObject({
    code: "too_many_tries",
    retryAfterMs: 1_000,
  });
  await countTry(db, key("b"), rate, start);
  await countTry(db, key("a"), rate, after(60_000));
});

test("makes room again for those who were refused when all who were let in take their try back", async () => {
  const { drizzle: db } = database;
  const tries = Array.from({ length: 9 }, () => countTry(db, key("d"), rate, start));
  const fates = await Promise.allSettled(tries);
  expect(fates.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  for (let i = 0; i < 3; i += 1) await takeBackTry(db, key("d"));
  await countTry(db, key("d"), rate, start);
});

test("forgets what ended long ago", async () => {
  const { drizzle: db } = database;
  for (let i = 0; i < 3; i += 1) await countTry(db, key("c"), rate, start);
  await forgetTries(db, after(2 * 86_400_000));
  await countTry(db, key("c"), rate, start);
});
