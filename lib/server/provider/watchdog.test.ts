import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { startWatchdog } from "./watchdog";

const never = new AbortController().signal;
/** As SIGSTOP does: no timer and no byte is heard of meanwhile. */
const standStill = (forMs: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);

test("does not blame the provider for the time in which this process stood still", async () => {
  using watchdog = startWatchdog(never, { idleMs: 20, overallMs: 600_000 });
  standStill(1_100);
  // The timers are heard before the socket is read.
  await nextTurn();
  await nextTurn();
  expect(watchdog.signal.aborted).toBe(false);
});

test("ends a call that is silent, and one that takes too long though it is not", async () => {
  using silent = startWatchdog(never, { idleMs: 20, overallMs: 600_000 });
  await expect.poll(() => silent.signal.aborted).toBe(true);
  expect(silent.signal.reason).toMatchObject({ code: "timed_out", message: expect.stringMatching(/silent/) });
  using talking = startWatchdog(never, { idleMs: 600_000, overallMs: 20 });
  talking.touch();
  await expect.poll(() => talking.signal.aborted).toBe(true);
  expect(talking.signal.reason).toMatchObject({ message: expect.stringMatching(/did not finish/) });
});
