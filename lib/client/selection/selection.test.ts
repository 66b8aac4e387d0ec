import { expect, test } from "vitest";
import { extendedTo, NO_SELECTION, selectionOf, toggled, withBand } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].toSorted();

test("selects a picture and takes it out again", () => {
  const one = toggled(NO_SELECTION, "b");
  expect(idsOf(one)).toEqual(["b"]);
  expect(idsOf(toggled(one, "b"))).toEqual([]);
});

test("selects a range in both directions, ends included", () => {
  const start = toggled(NO_SELECTION, "c");
  expect(idsOf(extendedTo(start, order, "e"))).toEqual(["c", "d", "e"]);
  expect(idsOf(extendedTo(start, order, "a"))).toEqual(["a", "b", "c"]);
});

test("gives back what a shorter range no longer holds, and keeps what was selected before it", () => {
  const start = toggled(toggled(NO_SELECTION, "a"), "c");
  const long = extendedTo(start, order, "e");
  expect(idsOf(long)).toEqual(["a", "c", "d", "e"]);
  expect(idsOf(extendedTo(long, order, "d"))).toEqual(["a", "c", "d"]);
});

test("begins a range at the picture itself where there is no anchor", () => {
  const first = extendedTo(NO_SELECTION, order, "b");
  expect(idsOf(first)).toEqual(["b"]);
  expect(idsOf(extendedTo(first, order, "d"))).toEqual(["b", "c", "d"]);
});

test("begins anew where the anchor is gone", () => {
  const start = toggled(NO_SELECTION, "z");
  expect(idsOf(extendedTo(start, order, "d"))).toEqual(["d", "z"]);
});

test("adds what a rectangle holds and drops what it left", () => {
  const start = toggled(NO_SELECTION, "a");
  expect(idsOf(withBand(start, ["c", "d"]))).toEqual(["a", "c", "d"]);
  expect(idsOf(withBand(start, ["c"]))).toEqual(["a", "c"]);
});

test("selects all, to be narrowed from the first", () => {
  const all = selectionOf(order);
  expect(idsOf(all)).toEqual(order);
  expect(idsOf(extendedTo(all, order, "b"))).toEqual(["a", "b"]);
});
