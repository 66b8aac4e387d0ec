import { describe, expect, test } from "vitest";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { sampleGeneration, sampleImages, sampleSession } from "@/lib/domain/gallery/events.fixture";
import type { Image } from "@/lib/domain/generation/image";
import { appendOlder } from "./append-older";
import { applyStudioEvent, galleryStateOf } from "./gallery-state";

const idOf = (place: number) => `0198e2a5-0000-7000-8000-${String(place).padStart(12, "0")}`;
const { waiting, completed } = sampleImages();

/** A page of generations by their places in time, newest first, each with one picture. */
function page(
  places: number[],
  changes: { image?: Image; older?: boolean; version?: number } = {},
): GalleryPage {
  const { image = completed, older = false, version = 1 } = changes;
  return {
    ...{ session: sampleSession, matrices: [] },
    generations: places.map((place) => ({ ...sampleGeneration, id: idOf(place), version })),
    images: places.map((place) => ({ ...image, id: idOf(place + 500), generationId: idOf(place), version })),
    olderCursor: older ? idOf(places.at(-1) ?? 0) : null,
  };
}
const known = (places: number[], changes?: Parameters<typeof page>[1]) =>
  galleryStateOf(page(places, changes));
const placesOf = (state: ReturnType<typeof known>) =>
  state.generations.map(({ id }) => Number(id.slice(-12)));
const versionOf = (state: ReturnType<typeof known>, place: number) => state.images[idOf(place)]?.[0]?.version;

test("keeps generations newest first and images by place, in whatever order they come", () => {
  let state = known([4, 2]);
  for (const place of [3, 5, 1])
    state = applyStudioEvent(state, {
      type: "generation-changed",
      generation: { ...sampleGeneration, id: idOf(place) },
    });
  expect(placesOf(state)).toEqual([5, 4, 3, 2, 1]);
  for (const index of [2, 0, 1]) {
    const image = { ...waiting, generationId: idOf(5), index, id: idOf(900 + index) };
    state = applyStudioEvent(state, { type: "image-changed", image });
  }
  expect(state.images[idOf(5)]?.map(({ index }) => index)).toEqual([0, 1, 2]);
});

test("ignores a row that is older than the known one, or the same", () => {
  const state = known([1], { version: 3 });
  for (const version of [2, 3]) {
    const image = { ...waiting, id: idOf(501), generationId: idOf(1), version };
    expect(applyStudioEvent(state, { type: "image-changed", image })).toEqual(state);
  }
  const image = { ...waiting, id: idOf(501), index: completed.index, generationId: idOf(1), version: 4 };
  expect(versionOf(applyStudioEvent(state, { type: "image-changed", image }), 1)).toBe(4);
  const session = { ...sampleSession, version: sampleSession.version - 1, title: "old" };
  expect(applyStudioEvent(state, { type: "session-changed", session }).session.title).toBe(
    sampleSession.title,
  );
});

test("moves the cursor with older pages and not with newer ones", () => {
  const state = known([9, 8], { older: true });
  const older = appendOlder(state, page([7, 6], { older: true }), idOf(8)) ?? state;
  expect([placesOf(older), older.olderCursor]).toEqual([[9, 8, 7, 6], idOf(6)]);
  const newer = { type: "snapshot", gallery: page([10, 9], { older: true }) } as const;
  expect(applyStudioEvent(older, newer).olderCursor).toBe(idOf(6));
  expect(appendOlder(older, page([5]), idOf(6))?.olderCursor).toBeNull();
});

describe("a snapshot after a lost connection", () => {
  const snapshot = (gallery: GalleryPage) => ({ type: "snapshot", gallery }) as const;

  test("heals what it reaches, and keeps what is older", () => {
    const state = applyStudioEvent(
      known([5, 4, 3, 2], { older: true }),
      snapshot(page([6, 5, 4], { older: true, version: 2 })),
    );
    expect(placesOf(state)).toEqual([6, 5, 4, 3, 2]);
    expect([versionOf(state, 4), versionOf(state, 3)]).toEqual([2, 1]);
    expect(state.olderCursor).toBe(idOf(2));
  });

  test("starts over where more happened than it holds: there would be a hole", () => {
    const state = applyStudioEvent(known([2, 1]), snapshot(page([9, 8, 7], { older: true })));
    expect([placesOf(state), state.olderCursor]).toEqual([[9, 8, 7], idOf(7)]);
  });

  test("starts over where an older picture was under way, which may have ended unseen", () => {
    const state = applyStudioEvent(
      known([5, 4, 3], { image: waiting }),
      snapshot(page([6, 5], { older: true, version: 2 })),
    );
    expect(placesOf(state)).toEqual([6, 5]);
  });

  test("fills an empty gallery", () => {
    expect(placesOf(applyStudioEvent(known([]), snapshot(page([3, 2], { older: true }))))).toEqual([3, 2]);
  });
});
