import { expect, test } from "vitest";
import { applyReviewEvent, pickersOf, picksInOrder, reviewStateOf } from "./review-rows";
import { commentRow, markRow } from "./review-rows.fixture";
import { ANYONE, pickedIds, picksOf } from "./review-state";

const ANA = markRow();
const BEN = markRow({ id: "m2", visitorId: "ben", visitorName: "Ben" });
const BENS_OTHER = markRow({ id: "m3", imageId: "two", visitorId: "ben", visitorName: "Ben" });
const NO = markRow({ id: "m4", imageId: "three", mark: "reject" });
const STATE = reviewStateOf({
  shares: [{ id: "share", title: "For Ana" }],
  marks: [ANA, BEN, BENS_OTHER, NO],
  comments: [commentRow()],
});

test("counts picks and not rejects, of everyone or of one visitor", () => {
  expect([...pickedIds(STATE.marks, ANYONE)]).toEqual(["one", "two"]);
  expect([...pickedIds(STATE.marks, "ana")]).toEqual(["one"]);
  expect(pickersOf(STATE.marks)).toEqual([
    { visitorId: "ana", name: "Ana", count: 1 },
    { visitorId: "ben", name: "Ben", count: 2 },
  ]);
});

test("puts the most picked picture first, then the newest", () => {
  const later = markRow({ id: "m5", imageId: "zwei" });
  const state = applyReviewEvent(STATE, { type: "mark-changed", mark: later });
  expect(picksInOrder(state.marks)).toEqual(["one", "zwei", "two"]);
  expect(picksInOrder(state.marks, "ben")).toEqual(["one", "two"]);
});

test("takes a pick back, and keeps every other picture's rows as they are", () => {
  const state = applyReviewEvent(STATE, {
    type: "mark-changed",
    mark: markRow({ mark: null, version: 2 }),
  });
  expect(picksOf(state.marks.one).map(({ visitorName }) => visitorName)).toEqual(["Ben"]);
  expect(state.marks.two).toBe(STATE.marks.two);
  expect(state.comments).toBe(STATE.comments);
});

test("ignores a row that is older than the known one", () => {
  const newer = applyReviewEvent(STATE, {
    type: "comment-changed",
    comment: commentRow({ version: 3, resolvedAt: "2031-01-02T00:00:00.000Z" }),
  });
  const state = applyReviewEvent(newer, { type: "comment-changed", comment: commentRow({ version: 2 }) });
  expect(state.comments).toBe(newer.comments);
});
