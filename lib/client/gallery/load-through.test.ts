import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { sampleGeneration, sampleImages, sampleSession } from "@/lib/domain/gallery/events.fixture";
import { type GalleryState, galleryStateOf } from "./gallery-state";
import { loadThrough } from "./load-through";

afterEach(() => void vi.unstubAllGlobals());

const idOf = (place: number) => `0198e2a5-0000-7000-8000-${String(place).padStart(12, "0")}`;
const imageIdOf = (place: number) => idOf(place + 5_000);
const { completed } = sampleImages();
const { signal } = new AbortController();

function page(places: number[], olderCursor: string | null): GalleryPage {
  return {
    ...{ session: sampleSession, matrices: [], olderCursor },
    generations: places.map((place) => ({ ...sampleGeneration, id: idOf(place) })),
    images: places.map((place) => ({ ...completed, id: imageIdOf(place), generationId: idOf(place) })),
  };
}

function setUp(answer: (asked: number) => Response) {
  let state: GalleryState | undefined;
  const known = {
    get: () => state,
    set: (next: GalleryState) => {
      state = next;
    },
  };
  const know = (gallery: GalleryPage) => known.set(galleryStateOf(gallery));
  know(page([9, 8], idOf(8)));
  const paths: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    paths.push(path);
    return answer(paths.length);
  });
  const load = (place: number) => loadThrough(known, imageIdOf(place), signal);
  return { know, load, paths };
}

test("asks once for all that lies between what is known and an old picture", async () => {
  const { load, paths } = setUp(() => Response.json(page([7, 6, 5, 4], idOf(4))));
  expect((await load(4))?.image.id).toBe(imageIdOf(4));
  expect(paths).toEqual([
    `/api/sessions/${sampleSession.id}/gallery?before=${idOf(8)}&through=${imageIdOf(4)}`,
  ]);
});

test("asks for nothing where the picture is known", async () => {
  const { load, paths } = setUp(() => Response.error());
  expect((await load(8))?.generation.id).toBe(idOf(8));
  expect(paths).toEqual([]);
});

test("finds nothing where the session has no such picture", async () => {
  const refusal = errorBodyOf(new AppError("not_found"));
  const { load } = setUp(() => Response.json(refusal, { status: 404 }));
  expect(await load(4)).toBeNull();
});

test("asks again where what is known began anew meanwhile", async () => {
  const { know, load, paths } = setUp((asked) => {
    if (asked === 1) know(page([40, 39], idOf(39)));
    return Response.json(asked === 1 ? page([7, 6], idOf(6)) : page([38, 7, 6], idOf(6)));
  });
  expect((await load(6))?.image.id).toBe(imageIdOf(6));
  expect(paths.at(-1)).toContain(`before=${idOf(39)}`);
});
