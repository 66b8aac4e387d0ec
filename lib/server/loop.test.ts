import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLoop } from "./loop";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("goes round so long after each round has ended, and after one that failed", async () => {
  const faults: unknown[] = [];
  const rounds: PromiseWithResolvers<void>[] = [];
  const loop = openLoop(
    { everyMs: 1_000, atOnce: true },
    () => {
      const round = Promise.withResolvers<void>();
      rounds.push(round);
      return round.promise;
    },
    (error) => faults.push(error),
  );
  expect(rounds).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rounds, "one at a time").toHaveLength(1);
  rounds[0]?.reject(new Error("away"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(rounds).toHaveLength(2);
  expect(faults).toEqual([new Error("away")]);
  const stopped = loop.stop(5_000);
  rounds[1]?.resolve();
  await stopped;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rounds).toHaveLength(2);
});

test("is not waited for longer than was said when a round hangs", async () => {
  const loop = openLoop(
    { everyMs: 1_000, atOnce: true },
    () => new Promise(() => {}),
    () => {},
  );
  const stopped = loop.stop(5_000);
  await vi.advanceTimersByTimeAsync(5_000);
  await stopped;
});
