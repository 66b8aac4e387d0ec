import { expect, test } from "vitest";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { sampleGeneration, sampleImages, sampleSession } from "@/lib/domain/gallery/events.fixture";
import { appendOlder } from "./append-older";
import { applyStudioEvent, type GalleryState, galleryStateOf } from "./gallery-state";

const idOf = (place: number) => `0198e2a5-0000-7000-8000-${String(place).padStart(12, "0")}`;
const { completed } = sampleImages();
const imageOf = (place: number, version = 1) => ({
  ...{ ...completed, id: idOf(place + 5_000), generationId: idOf(place), version },
});

/** Generations from one place in time down to another, each with one picture. */
function page(from: number, to: number, olderCursor: string | null): GalleryPage {
  const places = Array.from({ length: from - to + 1 }, (_, at) => from - at);
  return {
    ...{ session: sampleSession, matrices: [], olderCursor },
    generations: places.map((place) => ({ ...sampleGeneration, id: idOf(place) })),
    images: places.map((place) => imageOf(place)),
  };
}
const placesOf = (state: GalleryState | null) =>
  state?.generations.map(({ id }) => Number(id.slice(-12))) ?? null;

test("goes on where what is known ends, and moves the cursor", () => {
  const state = appendOlder(galleryStateOf(page(9, 8, idOf(8))), page(7, 4, idOf(4)), idOf(8));
  expect(placesOf(state)).toEqual([9, 8, 7, 6, 5, 4]);
  expect(state?.images[idOf(5)]).toEqual([imageOf(5)]);
  expect(state?.olderCursor).toBe(idOf(4));
});

test("keeps what was loaded meanwhile, and each generation once", () => {
  const meanwhile = galleryStateOf(page(9, 6, idOf(6)));
  expect(placesOf(appendOlder(meanwhile, page(7, 4, null), idOf(8)))).toEqual([9, 8, 7, 6, 5, 4]);
  const further = galleryStateOf(page(9, 2, idOf(2)));
  expect(appendOlder(further, page(7, 4, idOf(4)), idOf(8))?.olderCursor).toBe(idOf(2));
});

test("keeps the newer row of a picture that the event stream told of before its generation was there", () => {
  const image = imageOf(5, 3);
  const told = applyStudioEvent(galleryStateOf(page(9, 8, idOf(8))), { type: "image-changed", image });
  expect(appendOlder(told, page(7, 4, null), idOf(8))?.images[idOf(5)]).toEqual([image]);
});

test("is refused where what is known has begun anew and there would be a hole", () => {
  const anew = galleryStateOf(page(40, 30, idOf(30)));
  expect(appendOlder(anew, page(7, 4, null), idOf(8))).toBeNull();
});
