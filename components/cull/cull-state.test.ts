import { expect, test } from "vitest";
import type { CullItem } from "@/lib/client/studio/cull-source";
import { CULL_START, type CullAct, countsOf, cull, cullWords, flagsOf } from "./cull-state";

const item = (id: string, flags: object = {}) =>
  ({ prompt: id, image: { id, favourite: false, rejected: false, ...flags } }) as unknown as CullItem;
const items = ["a", "b", "c"].map((id) => item(id));

function play(acts: readonly CullAct[], start = CULL_START) {
  return acts.reduce(
    ({ state, marks }, act) => {
      const next = cull(state, items, act);
      return { state: next.state, marks: next.mark ? [...marks, next.mark] : marks };
    },
    { state: start, marks: [] as object[] },
  );
}

test("keeps, rejects and passes, one picture after the other, and counts them", () => {
  const { state, marks } = play(["keep", "reject", "next"]);
  expect(state.place).toBe(3);
  expect(marks).toEqual([
    { imageId: "a", flags: { favourite: true, rejected: false } },
    { imageId: "b", flags: { favourite: false, rejected: true } },
  ]);
  expect(cullWords(countsOf(state, items))).toBe("1 kept, 1 rejected, 1 undecided");
});

test("stays at both ends", () => {
  expect(play(["back"]).state.place).toBe(0);
  expect(play(["next", "next", "next", "next", "next"]).state.place).toBe(3);
  expect(play(["next", "next", "next", "keep"]).marks).toEqual([]);
});

test("takes back every decision, newest first, to what each was before", () => {
  const done = play(["reject", "next", "keep", "back", "reject"]);
  expect(play(["undo"], done.state).state.place).toBe(2);
  const { state, marks } = play(["undo", "undo", "undo", "undo"], done.state);
  expect(marks).toEqual([
    { imageId: "c", flags: { favourite: true, rejected: false } },
    { imageId: "c", flags: { favourite: false, rejected: false } },
    { imageId: "a", flags: { favourite: false, rejected: false } },
  ]);
  expect(state.place).toBe(0);
  expect(state.steps).toEqual([]);
});

test("restores a mark from before the cull", () => {
  const before = item("a", { favourite: true });
  const rejected = cull(CULL_START, [before], "reject").state;
  expect(flagsOf(rejected, before)).toEqual({ favourite: false, rejected: true });
  const undone = cull(rejected, [before], "undo").state;
  expect(flagsOf(undone, before)).toEqual({ favourite: true, rejected: false });
});

test("passes over a decision on a picture that is gone", () => {
  const done = play(["keep", "reject"]).state;
  const { state, mark } = cull(done, [item("a"), item("c")], "undo");
  expect(mark?.imageId).toBe("a");
  expect(state.steps).toEqual([]);
});
