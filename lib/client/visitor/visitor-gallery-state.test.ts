import { describe, expect, test } from "vitest";
import type { OpenState } from "./open-state";
import { applyShared, type SharedAction, type SharedState } from "./visitor-gallery-state";
import { comment, gallery, opened, picture } from "./visitor-gallery-state.fixture";

function stateAfter(state: SharedState, ...actions: SharedAction[]): OpenState {
  const next = actions.reduce(applyShared, state);
  if (next.kind === "gone") throw new Error("It is gone.");
  return next;
}
const idsOf = ({ gallery: { pictures } }: OpenState) => pictures.map(({ id }) => id);

describe("pictures", () => {
  const state = opened(gallery([picture("b", 0), picture("b", 2), picture("a", 0)]));

  test("takes a newer version and ignores an older one", () => {
    const newer = stateAfter(state, { type: "picture-changed", picture: picture("b", 0, 3) });
    expect(newer.gallery.pictures[0]?.version).toBe(3);
    expect(stateAfter(newer, { type: "picture-changed", picture: picture("b", 0, 2) })).toBe(newer);
  });

  test("puts a new one in its place in its group, and a new group first", () => {
    const next = stateAfter(
      state,
      { type: "picture-changed", picture: picture("b", 1) },
      { type: "picture-changed", picture: picture("c", 1) },
      { type: "picture-changed", picture: picture("c", 0) },
    );
    expect(idsOf(next)).toEqual(["c0", "c1", "b0", "b1", "b2", "a0"]);
    expect([...next.freshGroupIds]).toEqual(["c"]);
    expect(next.gallery.pictureCount).toBe(6);
  });

  test("gives back a picture between older ones without calling it fresh", () => {
    const lacking = stateAfter(state, { type: "picture-removed", id: "a0" });
    const back = stateAfter(lacking, { type: "picture-changed", picture: picture("a", 0) });
    expect(idsOf(back)).toEqual(["b0", "b2", "a0"]);
    expect(back.freshGroupIds.size).toBe(0);
  });

  test("counts a picture from further back than the page shows, and does not show it", () => {
    const first = opened(gallery([picture("b", 0)], { olderCursor: "b.0", pictureCount: 9 }));
    const next = stateAfter(first, { type: "picture-changed", picture: picture("a", 0) });
    expect(idsOf(next)).toEqual(["b0"]);
    expect(next.gallery.pictureCount).toBe(10);
  });

  test("keeps new pictures from a page of older ones", () => {
    const older = opened(gallery([picture("a", 0)]), false);
    expect(stateAfter(older, { type: "picture-changed", picture: picture("b", 0) })).toBe(older);
  });

  test("takes a removed picture's comments along", () => {
    const told = opened(gallery([picture("b", 0), picture("a", 0)], { comments: [comment("k")] }));
    const next = stateAfter(told, { type: "picture-removed", id: "b0" });
    expect(next.gallery).toMatchObject({ pictureCount: 1, comments: [] });
  });

  test("appends older ones once", () => {
    const first = opened(gallery([picture("b", 0)], { olderCursor: "b.0" }));
    const older = gallery([picture("b", 0), picture("a", 0)], { pictureCount: 2 });
    const next = stateAfter(first, { type: "older-loaded", gallery: older });
    expect(idsOf(next)).toEqual(["b0", "a0"]);
    expect(next.gallery.olderCursor).toBeNull();
  });
});

describe("a snapshot", () => {
  test("replaces the newest pictures and keeps the older pictures below it", () => {
    const state = stateAfter(opened(gallery([picture("c", 0), picture("b", 0)], { olderCursor: "b.0" })), {
      type: "older-loaded",
      gallery: gallery([picture("a", 0)], { marks: { a0: "pick" } }),
    });
    const snapshot = gallery([picture("d", 0), picture("b", 0, 2)], { olderCursor: "b.0" });
    const next = stateAfter(state, { type: "snapshot", gallery: snapshot });
    expect(idsOf(next)).toEqual(["d0", "b0", "a0"]);
    expect(next.gallery.olderCursor).toBeNull();
    expect(next.gallery.marks).toEqual({ a0: "pick" });
    expect([...next.freshGroupIds]).toEqual(["d"]);
  });

  test("does not take back what was told after it was read", () => {
    const state = opened(gallery([picture("b", 0, 5)]));
    const next = stateAfter(state, { type: "snapshot", gallery: gallery([picture("b", 0, 4)]) });
    expect(next.gallery.pictures[0]?.version).toBe(5);
  });

  test("changes nothing where nothing changed, and takes prompts away with the share's leave", () => {
    const state = opened(gallery([{ ...picture("b", 0), prompt: "A boat" }], { marks: { b0: "pick" } }));
    expect(stateAfter(state, { type: "snapshot", gallery: structuredClone(state.gallery) })).toBe(state);
    const hidden = stateAfter(state, { type: "snapshot", gallery: gallery([picture("b", 0)]) });
    expect(hidden.gallery.pictures[0]?.prompt).toBeNull();
  });

  test("does not take back a mark that was made on this page", () => {
    const state = opened(gallery([picture("b", 0)], { marks: { b0: "reject" } }));
    const snapshot: SharedAction = { type: "snapshot", gallery: state.gallery };
    const picked = stateAfter(state, { type: "marked", imageId: "b0", mark: "pick" }, snapshot);
    expect(picked.gallery.marks).toEqual({ b0: "pick" });
    expect(stateAfter(picked, { type: "marked", imageId: "b0", mark: null }, snapshot).gallery.marks).toEqual(
      {},
    );
  });

  test("brings no new pictures to a page of older ones", () => {
    const older = opened(gallery([picture("a", 0)], { olderCursor: "a.0" }), false);
    const snapshot = gallery([picture("b", 0), picture("a", 0, 2)], { title: "Summer" });
    const next = stateAfter(older, { type: "snapshot", gallery: snapshot });
    expect(next.gallery).toMatchObject({
      title: "Summer",
      olderCursor: "a.0",
      pictures: [picture("a", 0, 2)],
    });
  });
});

test("keeps a comment one's own when a stream that knows no name tells of it", () => {
  const state = opened(gallery([picture("b", 0)], { comments: [comment("k", { isMine: true })] }));
  const told = comment("k", { version: 2, isResolved: true });
  const next = stateAfter(state, { type: "comment-changed", comment: told });
  expect(next.gallery.comments).toEqual([{ ...told, isMine: true }]);
});

test("keeps nothing of a gallery that is gone, whatever comes after", () => {
  const gone = applyShared(opened(gallery([picture("b", 0)])), { type: "gone" });
  expect(gone).toEqual({ kind: "gone" });
  expect(applyShared(gone, { type: "snapshot", gallery: gallery([picture("b", 0)]) })).toBe(gone);
});
