export type ImageCommand = "favourite" | "reject" | "iterate" | "download" | "delete";

/** The keys that do something to the picture that has the focus, in the gallery and in the inspector. */
const COMMANDS = {
  f: "favourite",
  x: "reject",
  i: "iterate",
  d: "download",
  Backspace: "delete",
  Delete: "delete",
} as const satisfies Record<string, ImageCommand>;

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The command of a key press; null for every other key, and for the browser's own shortcuts. */
export function imageCommandOf(press: KeyPress): ImageCommand | null {
  if (hasModifier(press)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return isCommandKey(key) ? COMMANDS[key] : null;
}

/** Whether a key press may be the browser's or the system's own. */
export function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

function isCommandKey(key: string): key is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, key);
}
