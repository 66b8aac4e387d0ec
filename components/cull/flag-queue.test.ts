import { expect, test } from "vitest";
import type { Flags } from "./cull-state";
import { flagQueue, type PendingFlags } from "./flag-queue";

const KEPT: Flags = { favourite: true, rejected: false };
const REJECTED: Flags = { favourite: false, rejected: true };

function setUp(answer: (ids: string[]) => Promise<unknown> = async () => null, pending: PendingFlags = {}) {
  const sent: { ids: string[]; flags: Flags }[] = [];
  const timers: (() => void)[] = [];
  let kept: PendingFlags = pending;
  const queue = flagQueue(
    {
      send(ids, flags) {
        sent.push({ ids, flags });
        return answer(ids);
      },
      isRefusal: (thrown) => thrown === "refused",
      keep: (marks) => {
        kept = marks;
      },
      later: (run) => timers.push(run),
    },
    pending,
  );
  return { queue, sent, timers, kept: () => kept };
}

test("writes quick marks in one request for each kind, and forgets them then", async () => {
  const { queue, sent, kept } = setUp();
  queue.add({ imageId: "a", flags: KEPT });
  queue.add({ imageId: "b", flags: REJECTED });
  queue.add({ imageId: "c", flags: KEPT });
  expect(Object.keys(kept())).toEqual(["a", "b", "c"]);
  await queue.flush();
  expect(sent).toEqual([
    { ids: ["a", "c"], flags: KEPT },
    { ids: ["b"], flags: REJECTED },
  ]);
  expect(kept()).toEqual({});
});

test("writes only the last mark of a picture", async () => {
  const { queue, sent } = setUp();
  queue.add({ imageId: "a", flags: KEPT });
  queue.add({ imageId: "a", flags: REJECTED });
  await queue.flush();
  expect(sent).toEqual([{ ids: ["a"], flags: REJECTED }]);
});

test("writes a mark that came while an older one was on its way", async () => {
  const { queue, sent, kept } = setUp(async () => {
    if (sent.length === 1) queue.add({ imageId: "a", flags: REJECTED });
  });
  queue.add({ imageId: "a", flags: KEPT });
  await queue.flush();
  expect(sent.map(({ flags }) => flags)).toEqual([KEPT, REJECTED]);
  expect(kept()).toEqual({});
});

test("keeps what could not be written and tries again", async () => {
  let isDown = true;
  const { queue, sent, timers, kept } = setUp(async () => {
    if (isDown) throw new Error("unreachable");
  });
  queue.add({ imageId: "a", flags: KEPT });
  await queue.flush();
  expect(kept()).toEqual({ a: KEPT });
  isDown = false;
  timers.at(-1)?.();
  await queue.flush();
  expect(sent).toHaveLength(2);
  expect(kept()).toEqual({});
});

test("does not let a picture that is gone hold back the others", async () => {
  const { queue, sent, kept } = setUp(async (ids) => {
    if (ids.includes("gone")) throw "refused";
  });
  for (const imageId of ["a", "gone", "b"]) queue.add({ imageId, flags: KEPT });
  await queue.flush();
  expect(sent.map(({ ids }) => ids)).toEqual([["a", "gone", "b"], ["a"], ["gone"], ["b"]]);
  expect(kept()).toEqual({});
});

test("writes what an earlier page left", async () => {
  const { timers, sent, queue } = setUp(undefined, { a: KEPT });
  timers[0]?.();
  await queue.flush();
  expect(sent).toEqual([{ ids: ["a"], flags: KEPT }]);
});
