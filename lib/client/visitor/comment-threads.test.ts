import { expect, test } from "vitest";
import { threadsOf } from "./comment-threads";
import { comment } from "./visitor-gallery-state.fixture";

const at = (minute: number) => `2026-11-22T12:0${minute}:00.000Z`;
const pin = { x: 0.5, y: 0.5 };

test("puts answers under their comment, oldest first, and numbers the pins", () => {
  const threads = threadsOf(
    [
      comment("second", { createdAt: at(3), pin }),
      comment("answer", { createdAt: at(2), parentId: "first" }),
      comment("first", { createdAt: at(1), pin }),
      comment("plain", { createdAt: at(2) }),
      comment("elsewhere", { imageId: "a0" }),
    ],
    "b0",
  );
  expect(threads.map(({ comment: { id }, pinNumber }) => [id, pinNumber])).toEqual([
    ["first", 1],
    ["plain", null],
    ["second", 2],
  ]);
  expect(threads[0]?.answers.map(({ id }) => id)).toEqual(["answer"]);
});

test("keeps an answer whose comment is gone", () => {
  const [thread] = threadsOf([comment("answer", { parentId: "gone" })], "b0");
  expect(thread?.comment.id).toBe("answer");
});
