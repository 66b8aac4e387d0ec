import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Drain } from "./ports/drain";
import { openShutdown } from "./shutdown";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin() {
  const closing = Promise.withResolvers<void>();
  const steps: string[] = [];
  let drain: Pick<Drain, "hurry" | "onWaiting"> | undefined;
  let nowMs = 0;
  const onSignal = openShutdown({
    refuse: () => steps.push("refuse"),
    close: (given) => {
      steps.push("close");
      drain = given;
      return closing.promise;
    },
    exit: () => steps.push("exit"),
    say: (words) => steps.push(words.split(/[ .]/, 1).join("")),
    nowMs: () => nowMs,
  });
  return {
    steps,
    closing,
    drain: () => drain,
    signalAfter(ms: number) {
      nowMs += ms;
      onSignal();
    },
  };
}

test("turns away what is new first, and ends the process only when everything has ended", async () => {
  const { steps, closing, signalAfter, drain } = begin();
  signalAfter(0);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(steps).toEqual(["Stopping", "refuse", "close"]);
  drain()?.onWaiting(3);
  expect(steps.at(-1)).toBe("Waiting");
  closing.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(steps.at(-1)).toBe("exit");
  expect(drain()?.hurry.aborted).toBe(false);
});

test("takes a signal that npm repeats for the same one", () => {
  const { steps, signalAfter, drain } = begin();
  signalAfter(0);
  signalAfter(5);
  signalAfter(400);
  expect(drain()?.hurry.aborted).toBe(false);
  expect(steps).toEqual(["Stopping", "refuse", "close"]);
});

test("hurries at the second signal, and ends as it is when that hangs, or at the third", async () => {
  const hanging = begin();
  hanging.signalAfter(0);
  hanging.signalAfter(1_000);
  expect(hanging.drain()?.hurry.aborted).toBe(true);
  expect(hanging.steps).not.toContain("exit");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(hanging.steps.at(-1)).toBe("exit");

  const pressed = begin();
  for (const ms of [0, 1_000, 1_000]) pressed.signalAfter(ms);
  expect(pressed.steps.at(-1)).toBe("exit");
});

test("ends the process also when what is open cannot be closed", async () => {
  const { steps, closing, signalAfter } = begin();
  signalAfter(0);
  closing.reject(new Error("the database is gone"));
  await vi.advanceTimersByTimeAsync(0);
  expect(steps.at(-1)).toBe("exit");
});
