import { expect, test } from "vitest";
import { commentRow } from "./review-rows.fixture";
import { openCount, threadsOf } from "./review-threads";

const AT = "2031-01-02T00:00:00.000Z";
const PIN = { x: 0.5, y: 0.25 };

test("puts answers under their comment and numbers pins alone", () => {
  const threads = threadsOf([
    commentRow({ id: "c1" }),
    commentRow({ id: "c2", pin: PIN }),
    commentRow({ id: "c3", parentId: "c1" }),
    commentRow({ id: "c4", pin: PIN }),
  ]);
  expect(threads.map(({ comment, pinNumber }) => [comment.id, pinNumber])).toEqual([
    ["c1", null],
    ["c2", 1],
    ["c4", 2],
  ]);
  expect(threads[0]?.replies.map(({ id }) => id)).toEqual(["c3"]);
});

test("leaves out what was deleted, with its answers", () => {
  const threads = threadsOf([
    commentRow({ id: "c1", deletedAt: AT }),
    commentRow({ id: "c2", parentId: "c1" }),
    commentRow({ id: "c3" }),
    commentRow({ id: "c4", parentId: "c3", deletedAt: AT }),
  ]);
  expect(threads).toMatchObject([{ comment: { id: "c3" }, replies: [] }]);
});

test("counts the threads that wait, and no answers", () => {
  const rows = [
    commentRow({ id: "c1" }),
    commentRow({ id: "c2", resolvedAt: AT }),
    commentRow({ id: "c3", deletedAt: AT }),
    commentRow({ id: "c4", parentId: "c1" }),
  ];
  expect(openCount(rows)).toBe(1);
  expect(openCount()).toBe(0);
});
