import { describe, expect, test } from "vitest";
import { pressOf } from "./key-press.fixture";
import { actionOf, COMMAND_KEYS, KEYS, shortcutsOf, shownKey } from "./keys";

const places = Object.entries(KEYS).map(([place, keys]) => ({
  place,
  actions: Object.entries<{ shown: readonly string[]; also?: readonly string[] }>(keys),
  actionOf: (name: string) => actionOf<string>(keys, pressOf(name)),
}));

describe.each(places)("in $place", ({ actions, actionOf }) => {
  test("every key runs its own action, and no other", () => {
    for (const [action, { shown, also = [] }] of actions) {
      for (const name of [...shown, ...also]) expect([name, actionOf(name)]).toEqual([name, action]);
    }
  });

  test("other keys and the browser's own shortcuts run nothing", () => {
    expect(["Q", "toString", "Mod+F", "Mod+D", "Alt+ArrowLeft"].map(actionOf)).toEqual(Array(5).fill(null));
  });
});

test("commands that work everywhere have a key each", () => {
  const keys = Object.values(COMMAND_KEYS);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a tooltip names one key, and what assistive technology is told all that are shown", () => {
  expect([shownKey(KEYS.cull.keep), shortcutsOf(KEYS.cull.keep)]).toEqual(["F", "F K"]);
  expect(shortcutsOf(KEYS.gallery.selectAll)).toBe("Meta+A Control+A");
});
