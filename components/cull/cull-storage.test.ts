import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CullItem } from "@/lib/client/studio/cull-source";
import { sampleImages } from "@/lib/domain/gallery/events.fixture";
import { CULL_START, type CullState, cull, isUndoLoaded } from "./cull-state";
import { readCull, resumed, writeCull } from "./cull-storage";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const items: CullItem[] = ["a", "b", "c"].map((id) => ({
  ...{ prompt: id, isSketch: false, image: { ...sampleImages().completed, id } },
}));
/** What a cull writes of its state, and what a page that is opened then goes on with. */
function reload({ place, steps }: CullState, loaded = items, isMore = false) {
  const count = items.length;
  writeCull("s", { imageId: items[place]?.image.id ?? null, count, steps: [...steps] });
  const found = readCull("s");
  return found && resumed(found, loaded, isMore);
}
const through = (acts: readonly ("keep" | "reject" | "next")[]) =>
  acts.reduce((state, act) => cull(state, items, act).state, CULL_START);

test("takes back the decisions of a finished cull after a reload", () => {
  const state = reload(through(["keep", "next", "reject"]));
  expect(state?.place).toBe(3);
  const undone = state && cull(state, items, "undo");
  expect(undone?.mark).toEqual({ imageId: "c", flags: { favourite: false, rejected: false } });
  expect(undone?.state.place).toBe(2);
});

test("goes on at the picture that was shown, and waits until it is loaded", () => {
  const state = through(["keep", "next"]);
  expect(reload(state)?.place).toBe(2);
  expect(reload(state, items.slice(0, 1), true)).toBeNull();
  expect(reload(through(["keep", "keep", "keep"]), items, true)).toBeNull();
});

test("begins anew, with its undo, where the picture that was shown is gone", () => {
  const state = reload(through(["keep", "next"]), items.slice(0, 2));
  expect(state).toMatchObject({ place: 0, steps: [{ imageId: "a" }] });
});

test("shows what came since a finished cull, and leaves out decisions on what is gone or not asked for", () => {
  const finished = through(["keep", "next", "reject"]);
  const [first] = items;
  const newer = first ? [{ ...first, image: { ...first.image, id: "new" } }, ...items] : [];
  expect(reload(finished, newer)).toMatchObject({ place: 0, steps: [{ imageId: "a" }, { imageId: "c" }] });
  expect(reload(finished, newer.slice(0, 3))).toMatchObject({ place: 0, steps: [{ imageId: "a" }] });
});

test("keeps nothing of a cull that came to its end without a decision", () => {
  expect(reload(through(["next", "next", "next"]))).toBeNull();
});

test("knows when an undo leads to a picture that is not loaded yet", () => {
  const state = through(["keep", "reject"]);
  expect(isUndoLoaded(state, items.slice(0, 1))).toBe(false);
  expect(isUndoLoaded(state, items)).toBe(true);
  expect(isUndoLoaded(CULL_START, [])).toBe(true);
});
