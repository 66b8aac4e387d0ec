import type { KeyPress } from "./key-binding";

/** For tests: the press that keys name, as a browser tells of it: "Shift+ArrowRight", "Mod+A", "F". */
export function pressOf(keys: string): KeyPress {
  const parts = keys.split(/(?<=.)\+(?=.)/);
  const name = parts.at(-1) ?? "";
  return {
    key: name === "Space" ? " " : name.length === 1 ? name.toLowerCase() : name,
    ctrlKey: parts.includes("Mod"),
    metaKey: false,
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
  };
}
