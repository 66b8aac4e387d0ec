/**
 * A key as commands name it: modifiers and a `KeyboardEvent.key`, joined by "+", as in "Mod+K", "F2",
 * "?", "Shift+Enter". "Mod" is Cmd on Apple's systems and Ctrl elsewhere. Shift is not named for a
 * character that needs it, since layouts differ in which do. The space bar is "Space".
 */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a press is the one that is meant. */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const { modifiers, key: name } = split(keys);
  const key = name === "Space" ? " " : name;
  const isCharacter = key.length === 1 && key !== " ";
  const isLetter = isCharacter && key.toLowerCase() !== key.toUpperCase();
  const isShiftFree = isCharacter && !isLetter;
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    modifiers.includes("Mod") === (press.ctrlKey || press.metaKey) &&
    modifiers.includes("Alt") === press.altKey &&
    (isShiftFree || modifiers.includes("Shift") === press.shiftKey)
  );
}

/** Whether keys are one bare character, which a text field wants for itself. */
export function isBareCharacter(keys: string): boolean {
  const { modifiers, key } = split(keys);
  return modifiers.every((name) => name === "Shift") && key.length === 1;
}

/** The caps to draw: "Mod+K" gives "⌘", "K" on Apple's systems and "Ctrl", "K" elsewhere. */
export function keyCaps(keys: string, isApple: boolean): string[] {
  const { modifiers, key } = split(keys);
  const caps = isApple ? APPLE_CAPS : CAPS;
  return [...modifiers.map((name) => caps[name] ?? name), KEY_CAPS[key] ?? key];
}

const APPLE_CAPS: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
const CAPS: Readonly<Record<string, string>> = { Mod: "Ctrl" };

const KEY_CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

function split(keys: string): { modifiers: string[]; key: string } {
  const parts = keys.split(/(?<=.)\+(?=.)/);
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? "" };
}
