import { describe, expect, test } from "vitest";
import { isBareCharacter, type KeyPress, keyCaps, matchesKeys } from "./key-binding";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("matchesKeys", () => {
  test("takes Ctrl and Cmd for Mod, and neither for a bare key", () => {
    expect(matchesKeys("Mod+K", press("k", { ctrlKey: true }))).toBe(true);
    expect(matchesKeys("Mod+K", press("k", { metaKey: true }))).toBe(true);
    expect(matchesKeys("Mod+K", press("k"))).toBe(false);
    expect(matchesKeys("N", press("n", { ctrlKey: true }))).toBe(false);
  });

  test("takes a character that some layouts give with Shift, and a letter without it only", () => {
    expect(matchesKeys("?", press("?", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("?", press("?"))).toBe(true);
    expect(matchesKeys("N", press("N", { shiftKey: true }))).toBe(false);
    expect(matchesKeys("N", press("N"))).toBe(true);
  });

  test("knows the plus itself as a key", () => {
    expect(matchesKeys("+", press("+"))).toBe(true);
    expect(matchesKeys("Mod++", press("+", { ctrlKey: true }))).toBe(true);
  });
});

describe("isBareCharacter", () => {
  test("tells keys that type something from those that do not", () => {
    expect(["N", "?", "+"].map(isBareCharacter)).toEqual([true, true, true]);
    expect(["F2", "Mod+K", "Alt+N", "Backspace"].map(isBareCharacter)).toEqual([false, false, false, false]);
  });
});

describe("keyCaps", () => {
  test("names modifiers as they are printed on the keyboard at hand", () => {
    expect(keyCaps("Mod+K", true)).toEqual(["⌘", "K"]);
    expect(keyCaps("Mod+Shift+ArrowLeft", false)).toEqual(["Ctrl", "Shift", "←"]);
  });
});
