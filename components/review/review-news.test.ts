import { expect, test } from "vitest";
import { reviewStateOf } from "@/lib/client/review/review-rows";
import { commentRow, markRow } from "@/lib/client/review/review-rows.fixture";
import { NO_REVIEW } from "@/lib/client/review/review-state";
import { reviewNewsOf } from "./review-news";

const stateOf = (marks: Parameters<typeof markRow>[0][], comments: Parameters<typeof commentRow>[0][] = []) =>
  reviewStateOf({ shares: [], marks: marks.map(markRow), comments: comments.map(commentRow) });

test("says who picked, once for many", () => {
  const before = stateOf([{ id: "m1" }]);
  const after = stateOf([
    { id: "m1" },
    { id: "m2", imageId: "two" },
    { id: "m3", imageId: "three" },
    { id: "m4", visitorId: "ben", visitorName: "Ben" },
  ]);
  expect(reviewNewsOf(before, after).lines.toSorted()).toEqual([
    "Ana picked 2 pictures",
    "Ben picked a picture",
  ]);
});

test("keeps silent about rejects, about picks taken back, and where nothing happened", () => {
  const before = stateOf([{ id: "m1" }]);
  const after = stateOf([
    { id: "m1", mark: null, version: 2 },
    { id: "m2", imageId: "two", mark: "reject" },
  ]);
  expect(reviewNewsOf(before, after).lines).toEqual([]);
  expect(reviewNewsOf(after, after)).toEqual({ lines: [], comments: [] });
});

test("names comments of visitors, not the designer's own", () => {
  const after = stateOf([], [{ id: "c1" }, { id: "c2", visitorId: null, visitorName: null, parentId: "c1" }]);
  expect(reviewNewsOf(NO_REVIEW, after).comments.map(({ id }) => id)).toEqual(["c1"]);
});
