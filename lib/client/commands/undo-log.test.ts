import { afterEach, beforeEach, expect, test, vi } from "vitest";

const SESSION = "0198e2a5-0000-7000-8000-000000000001";
const OTHER = "0198e2a5-0000-7000-8000-000000000002";
const kept = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  kept.clear();
  isFull = false;
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** The module as a page that was just opened has it. */
async function openPage() {
  vi.resetModules();
  return import("./undo-log");
}
const deletion = (id: string, sessionId: string | null = SESSION) => ({
  ...{ sessionId, words: `${id} deleted.` },
  step: { kind: "images" as const, ids: [id], change: { deleted: false } },
});
const taken = Promise.resolve(true);

test("takes actions back newest first, also after a reload", async () => {
  const before = await openPage();
  before.recordUndo(deletion("a"), taken);
  before.recordUndo(deletion("b"), taken);
  const after = await openPage();
  const last = after.lastUndo(SESSION);
  expect(last).toMatchObject(deletion("b"));
  after.forgetUndo(last?.id ?? 0);
  expect(after.lastUndo(SESSION)).toMatchObject(deletion("a"));
  expect((await openPage()).lastUndo(SESSION)).toMatchObject(deletion("a"));
});

test("keeps the actions of sessions apart, and those of none in particular everywhere", async () => {
  const { recordUndo, lastUndo } = await openPage();
  recordUndo(deletion("a"), taken);
  expect(lastUndo(OTHER)).toBeNull();
  recordUndo(deletion("b", null), taken);
  expect(lastUndo(OTHER)).toMatchObject({ words: "b deleted." });
});

test("forgets what the studio refused, and waits for what is on its way", async () => {
  const { recordUndo, lastUndo, settled } = await openPage();
  const answer = Promise.withResolvers<boolean>();
  recordUndo(deletion("a"), answer.promise);
  const entry = lastUndo(SESSION);
  const waiting = entry && settled(entry);
  answer.resolve(false);
  await waiting;
  await vi.waitFor(() => expect(lastUndo(SESSION)).toBeNull());
});

test("goes on within the page where nothing can be stored, and starts anew from what cannot be read", async () => {
  kept.set("safelight:undo", "{");
  const { recordUndo, lastUndo } = await openPage();
  expect(lastUndo(SESSION)).toBeNull();
  isFull = true;
  recordUndo(deletion("a"), taken);
  expect(lastUndo(SESSION)).toMatchObject(deletion("a"));
});
