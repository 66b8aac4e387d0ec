import { expect, test } from "vitest";
import { openPreviewSlot } from "./preview-slot";

/** A slot whose previews are shown one by one, when the test says so. */
function heldSlot() {
  const begun: string[] = [];
  const skipped: unknown[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const signals: AbortSignal[] = [];
  const slot = openPreviewSlot<string>(
    (preview, signal) => {
      begun.push(preview);
      signals.push(signal);
      const end = Promise.withResolvers<void>();
      ends.push(end);
      return end.promise;
    },
    (error) => skipped.push(error),
  );
  return { slot, begun, skipped, ends, signals };
}

test("makes one preview at a time, and the newest of those that came meanwhile", async () => {
  const { slot, begun, ends } = heldSlot();
  for (const preview of ["first", "second", "third"]) slot.offer(preview);
  expect(begun).toEqual(["first"]);
  ends[0]?.resolve();
  await expect.poll(() => begun).toEqual(["first", "third"]);
  ends[1]?.resolve();
  await slot.settle(60_000);
  slot.offer("fourth");
  expect(begun).toEqual(["first", "third", "fourth"]);
});

test("passes over one that fails, and shows the next", async () => {
  const { slot, begun, ends, skipped } = heldSlot();
  slot.offer("broken");
  slot.offer("whole");
  ends[0]?.reject(new Error("ENOSPC"));
  await expect.poll(() => begun).toEqual(["broken", "whole"]);
  expect(skipped).toEqual([new Error("ENOSPC")]);
});

test("shows nothing more once the picture is there", async () => {
  const { slot, begun, ends, signals } = heldSlot();
  slot.offer("first");
  slot.offer("second");
  slot.drop();
  expect(signals[0]?.aborted).toBe(true);
  ends[0]?.resolve();
  await slot.settle(60_000);
  slot.offer("third");
  expect(begun).toEqual(["first"]);
});

test("is not waited for longer than was said", async () => {
  const { slot, begun } = heldSlot();
  slot.offer("hangs");
  await slot.settle(1);
  expect(begun).toEqual(["hangs"]);
});
