import { expect, test } from "vitest";
import { newsOf } from "./news";
import { applyShared, type SharedAction } from "./visitor-gallery-state";
import { comment, gallery, opened, picture } from "./visitor-gallery-state.fixture";

const { id, version, groupId, index, widthPx, heightPx, prompt } = picture("b", 0);
const waiting = { id, version, groupId, index, widthPx, heightPx, prompt, state: "waiting" as const };
const before = opened(gallery([waiting]));

function newsAfter(action: SharedAction): string[] {
  const next = applyShared(before, action);
  return next.kind === "open" ? newsOf(before, next) : [];
}

test("tells of what arrives, of what is finished and of others' comments", () => {
  expect(newsAfter({ type: "picture-changed", picture: picture("c", 0) })).toEqual(["A new picture arrived"]);
  expect(newsAfter({ type: "picture-changed", picture: picture("b", 0, 2) })).toEqual([
    "Picture 1 is finished",
  ]);
  expect(newsAfter({ type: "comment-changed", comment: comment("k") })).toEqual(["A new comment arrived"]);
});

test("counts what arrives together", () => {
  const snapshot = gallery([picture("c", 0), picture("c", 1), waiting]);
  expect(newsAfter({ type: "snapshot", gallery: snapshot })).toEqual(["2 new pictures arrived"]);
});

test("is silent about what the visitor did, and about older pictures", () => {
  expect(newsAfter({ type: "comment-changed", comment: comment("k", { isMine: true }) })).toEqual([]);
  expect(newsAfter({ type: "marked", imageId: "b0", mark: "pick" })).toEqual([]);
  const first = opened(gallery([picture("b", 0)], { olderCursor: "b.0" }));
  const next = applyShared(first, { type: "older-loaded", gallery: gallery([picture("a", 0)]) });
  expect(next.kind === "open" && newsOf(first, next)).toEqual([]);
});
