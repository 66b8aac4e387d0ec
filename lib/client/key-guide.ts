/** Keys that a part of the studio handles itself, for the sheet under "?". */
export type KeyHint = { keys: readonly string[]; does: string };
export type KeyChapter = { heading: string; hints: readonly KeyHint[] };

/** By place. What works everywhere is a command and stands in the registry. */
export const KEY_GUIDE: readonly KeyChapter[] = [
  {
    heading: "In the composer",
    hints: [
      { keys: ["Mod+Enter"], does: "Generate" },
      { keys: ["Escape"], does: "Close the options, on a phone" },
    ],
  },
  {
    heading: "In the gallery",
    hints: [
      { keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], does: "Move" },
      { keys: ["Enter"], does: "Open" },
      { keys: ["F"], does: "Favourite" },
      { keys: ["I"], does: "Iterate" },
      { keys: ["D"], does: "Download" },
      { keys: ["Backspace"], does: "Delete, with undo" },
      { keys: ["Escape"], does: "Close the inspector" },
    ],
  },
  {
    heading: "With a picture open",
    hints: [
      { keys: ["ArrowLeft", "ArrowRight"], does: "Previous, next" },
      { keys: ["Space"], does: "Enlarge" },
      { keys: ["+", "-", "0"], does: "Zoom in, out, fit" },
    ],
  },
  {
    heading: "In the list of sessions",
    hints: [
      { keys: ["ArrowUp", "ArrowDown"], does: "Move" },
      { keys: ["Enter"], does: "Open" },
      { keys: ["F2"], does: "Rename" },
      { keys: ["E"], does: "Archive, or bring back" },
      { keys: ["Backspace"], does: "Delete, with undo; or restore" },
    ],
  },
];
