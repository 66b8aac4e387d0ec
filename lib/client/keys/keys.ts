import { type KeyPress, matchesKeys } from "./key-binding";

/**
 * The keys of an action, as in key-binding.ts. `shown` are what the guide under "?" and tooltips say, the first one
 * where there is room for one; `also` do the same and are not worth a word.
 */
export type ActionKeys = { shown: readonly string[]; also?: readonly string[] };
type Keys<Action extends string> = Readonly<Record<Action, ActionKeys>>;

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** What is done to the picture that has the focus, or is open. */
export const PICTURE_KEYS = {
  favourite: { shown: ["F"] },
  reject: { shown: ["X"] },
  iterate: { shown: ["I"] },
  download: { shown: ["D"] },
  delete: { shown: ["Backspace"], also: ["Delete"] },
} as const satisfies Keys<string>;

/** How a picture is looked at. */
export const ZOOM_KEYS = {
  zoomIn: { shown: ["+"], also: ["="] },
  zoomOut: { shown: ["-"] },
  fit: { shown: ["0"] },
} as const satisfies Keys<string>;

const { favourite, reject, iterate } = PICTURE_KEYS;
const close = { shown: ["Escape"] };
/** Of every dialog: the browser closes it. */
export const CLOSE_KEY = "Escape";

/** Which key does what, by place. Handlers, tooltips and the guide read it, and know no key beside it. */
export const KEYS = {
  gallery: {
    move: { shown: ARROWS },
    open: { shown: ["Enter"] },
    select: { shown: ["Space"] },
    selectRange: {
      shown: ["Shift+ArrowRight"],
      also: ["Shift+ArrowLeft", "Shift+ArrowUp", "Shift+ArrowDown"],
    },
    selectAll: { shown: ["Mod+A"] },
    ...PICTURE_KEYS,
    leave: { shown: ["Escape"] },
  },
  inspector: {
    previous: { shown: ["ArrowLeft"] },
    next: { shown: ["ArrowRight"] },
    enlarge: { shown: ["Space"] },
    ...ZOOM_KEYS,
    ...PICTURE_KEYS,
    close,
  },
  compare: {
    first: { shown: ["1"] },
    second: { shown: ["2"] },
    third: { shown: ["3"] },
    fourth: { shown: ["4"] },
    panLeft: { shown: ["ArrowLeft"] },
    panRight: { shown: ["ArrowRight"] },
    panUp: { shown: ["ArrowUp"] },
    panDown: { shown: ["ArrowDown"] },
    ...ZOOM_KEYS,
    wipe: { shown: ["W"] },
    favourite,
    reject,
  },
  cull: {
    keep: { shown: ["F", "K"] },
    reject: { shown: ["X", "R"] },
    next: { shown: ["Space", "ArrowRight"] },
    back: { shown: ["ArrowLeft"] },
    undo: { shown: ["U", "Backspace"], also: ["Mod+Z"] },
  },
  tree: {
    parent: { shown: ["ArrowLeft"] },
    child: { shown: ["ArrowRight"] },
    above: { shown: ["ArrowUp"] },
    below: { shown: ["ArrowDown"] },
    first: { shown: ["Home"] },
    last: { shown: ["End"] },
    open: { shown: ["Enter"], also: ["Space"] },
    iterate,
  },
  sessions: {
    up: { shown: ["ArrowUp"] },
    down: { shown: ["ArrowDown"] },
    pageUp: { shown: ["PageUp"] },
    pageDown: { shown: ["PageDown"] },
    first: { shown: ["Home"] },
    last: { shown: ["End"] },
    open: { shown: ["Enter"] },
    rename: { shown: ["F2"] },
    archive: { shown: ["E"] },
    delete: PICTURE_KEYS.delete,
  },
  /** A visitor's. */
  lightTable: {
    close,
    previous: { shown: ["ArrowLeft"] },
    next: { shown: ["ArrowRight"] },
    first: { shown: ["Home"] },
    last: { shown: ["End"] },
    fullScreen: { shown: ["F"] },
    slideshow: { shown: ["Space"] },
    ...ZOOM_KEYS,
    pick: { shown: ["P"] },
    reject: { shown: ["X"] },
    comment: { shown: ["C"] },
  },
} as const satisfies Record<string, Keys<string>>;

/** Of commands that work everywhere in the studio. Of two with one key the one that can be run is run. */
export const COMMAND_KEYS = {
  generate: "Mod+Enter",
  prompt: "P",
  palette: "Mod+K",
  keySheet: "?",
  undo: "Mod+Z",
  share: "Shift+S",
  newSession: "N",
  sessions: "S",
  renameSession: "F2",
  tree: "T",
  find: "/",
  compareSelected: "C",
  clearSelection: "Escape",
} as const;

/** The action that a press means in a place; null for every other key, and for the browser's own shortcuts. */
export function actionOf<Action extends string>(keys: Keys<Action>, press: KeyPress): Action | null {
  for (const name of Object.keys(keys)) {
    if (isActionOf(keys, name) && runs(keys[name], press)) return name;
  }
  return null;
}

function runs({ shown, also = [] }: ActionKeys, press: KeyPress): boolean {
  return [...shown, ...also].some((keys) => matchesKeys(keys, press));
}

function isActionOf<Action extends string>(keys: Keys<Action>, name: string): name is Action {
  return Object.hasOwn(keys, name);
}

/** The key that a tooltip names. */
export function shownKey({ shown: [first = ""] }: ActionKeys): string {
  return first;
}

/** The value of `aria-keyshortcuts`. */
export function shortcutsOf({ shown }: ActionKeys): string {
  return shown.flatMap(spelledOut).join(" ");
}

/** "Mod+K" is one of two. */
function spelledOut(keys: string): string[] {
  return keys.startsWith("Mod+") ? [keys.replace("Mod", "Meta"), keys.replace("Mod", "Control")] : [keys];
}
