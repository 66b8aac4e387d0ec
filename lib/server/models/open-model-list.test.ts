import { expect, test } from "vitest";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { createLog } from "@/lib/server/log";
import type { Provider } from "@/lib/server/ports/provider";
import { openModelList } from "./open-model-list";

/** A list whose provider gives these answers one after the other, at a time that the test sets. */
function listOf(...answers: (string[] | null | Error)[]) {
  let asked = 0;
  const clock = { nowMs: 0 };
  const provider: Provider = {
    ...{ id: "scripted", label: "scripted", isOffline: false, dialect: DIALECTS.openai },
    async *generate() {},
    fetchPicture: async () => new Uint8Array(),
    async listModels() {
      const answer = answers[asked++] ?? null;
      if (answer instanceof Error) throw answer;
      return answer?.map((id) => ({ id, shutdownOn: null, fields: {} })) ?? null;
    },
  };
  const list = openModelList(
    { providers: [provider], serving: [], models: new Map(), log: createLog(() => {}) },
    () => clock.nowMs,
  );
  return { list, clock, asked: () => asked };
}

test("asks once for all who want the list at a time, and again after ten minutes", async () => {
  const { list, clock, asked } = listOf(["a"], ["a", "b"]);
  expect(await Promise.all([list.ids(), list.ids(), list.ids()])).toEqual([["a"], ["a"], ["a"]]);
  clock.nowMs = 10 * 60_000 - 1;
  expect(await list.ids()).toEqual(["a"]);
  expect(asked()).toBe(1);
  clock.nowMs += 1;
  expect(await Promise.all([list.ids(), list.ids()])).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  expect(asked()).toBe(2);
});

test.each([
  ["gives no list", null],
  ["fails", new Error("down")],
])("asks again after half a minute where the provider %s", async (_, answer) => {
  const { list, clock, asked } = listOf(answer, ["a"]);
  expect(await list.ids()).toBeNull();
  clock.nowMs = 30_000 - 1;
  expect(await list.ids()).toBeNull();
  expect(asked()).toBe(1);
  clock.nowMs += 1;
  expect(await list.ids()).toEqual(["a"]);
});

test("is one for each studio", async () => {
  const [one, other] = [listOf(["a"]), listOf(["b"])];
  expect([await one.list.ids(), await other.list.ids()]).toEqual([["a"], ["b"]]);
});
