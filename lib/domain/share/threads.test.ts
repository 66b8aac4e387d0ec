import { expect, test } from "vitest";
import { standingComments, threadsOf } from "./threads";

const PIN = { x: 0.5, y: 0.25 };

function comment(
  id: string,
  more: { minute?: number; parentId?: string; pin?: object; deletedAt?: string } = {},
) {
  const { minute = 0, parentId = null, pin = null, deletedAt = null } = more;
  return { id, parentId, pin, deletedAt, createdAt: `2026-11-22T12:0${minute}:00.000Z` };
}

const idsOf = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);

test("puts answers under their comment, oldest first, and numbers pins alone", () => {
  const threads = threadsOf([
    comment("second", { minute: 3, pin: PIN }),
    comment("late answer", { minute: 4, parentId: "first" }),
    comment("answer", { minute: 2, parentId: "first" }),
    comment("first", { minute: 1, pin: PIN }),
    comment("plain", { minute: 2 }),
  ]);
  expect(threads.map(({ comment: { id }, pinNumber }) => [id, pinNumber])).toEqual([
    ["first", 1],
    ["plain", null],
    ["second", 2],
  ]);
  expect(threads.map(({ answers }) => idsOf(answers))).toEqual([["answer", "late answer"], [], []]);
});

test("takes the answers away with their comment, deleted or not told of", () => {
  const comments = [
    comment("deleted", { deletedAt: "2026-11-23T12:00:00.000Z", pin: PIN }),
    comment("its answer", { parentId: "deleted" }),
    comment("answer to nothing", { parentId: "elsewhere" }),
    comment("kept", { minute: 1, pin: PIN }),
    comment("kept answer", { parentId: "kept" }),
    comment("deleted answer", { parentId: "kept", deletedAt: "2026-11-23T12:00:00.000Z" }),
  ];
  expect(idsOf(standingComments(comments))).toEqual(["kept", "kept answer"]);
  const [thread, ...others] = threadsOf(comments);
  expect(others).toEqual([]);
  expect(thread).toMatchObject({ comment: { id: "kept" }, pinNumber: 1, answers: [{ id: "kept answer" }] });
});

test("gives an answer to an answer that is gone no place either", () => {
  const comments = [comment("first"), comment("stray", { parentId: "answer" })];
  expect(idsOf(standingComments(comments))).toEqual(["first"]);
});
