import { describe, expect, test } from "vitest";
import type { Draft } from "@/lib/domain/generation/draft";
import { draftKeeper } from "./draft-keeper";

const draft = (prompt: string): Draft => ({
  modelId: "model",
  prompt,
  options: {},
  imageCount: 1,
  parentImageId: null,
});

const NOW = "2026-11-22T10:00:00.000Z";

function places(put: (draft: Draft) => Promise<unknown> = async () => undefined) {
  const written: Draft[] = [];
  const sent: Draft[] = [];
  const keeper = draftKeeper({
    write: (draft) => written.push(draft),
    put: (draft) => {
      sent.push(draft);
      return put(draft);
    },
    now: () => new Date(NOW),
  });
  return { keeper, written, sent };
}

describe("draftKeeper", () => {
  test("keeps a change with its time, and sends it once", () => {
    const { keeper, written, sent } = places();
    keeper.start(draft(""), true);
    keeper.keep(draft("a house"));
    keeper.send();
    keeper.send();
    expect(written).toEqual([{ ...draft("a house"), savedAt: NOW }]);
    expect(sent).toEqual(written);
  });

  test("neither keeps nor sends what was merely open", () => {
    const { keeper, written, sent } = places();
    keeper.start(draft("a house"), true);
    keeper.keep(draft("a house"));
    keeper.send();
    expect([written, sent]).toEqual([[], []]);
  });

  test("sends what only the browser has, with the time it was kept at", () => {
    const { keeper, sent } = places();
    const local = { ...draft("a house"), savedAt: "2026-11-21T10:00:00.000Z" };
    keeper.start(local, false);
    keeper.send();
    expect(sent).toEqual([local]);
  });

  test("sends again what could not be sent, unless something newer took its place", async () => {
    const lost = Promise.reject(new Error("offline"));
    const { keeper, sent } = places(() => lost);
    keeper.start(draft(""), true);
    keeper.keep(draft("one"));
    keeper.send();
    await lost.catch(() => undefined);
    keeper.send();
    keeper.keep(draft("two"));
    await lost.catch(() => undefined);
    keeper.send();
    expect(sent.map(({ prompt }) => prompt)).toEqual(["one", "one", "two"]);
  });
});
