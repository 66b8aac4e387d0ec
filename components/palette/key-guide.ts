/** Keys that a part of the studio handles itself, for the sheet under "?". */
export type KeyHint = { keys: readonly string[]; does: string };
export type KeyChapter = { heading: string; hints: readonly KeyHint[] };

/** By place. What works everywhere is a command and stands in the registry. */
export const KEY_GUIDE: readonly KeyChapter[] = [
  {
    heading: "In the gallery",
    hints: [
      { keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], does: "Move" },
      { keys: ["Enter"], does: "Open" },
      { keys: ["Space"], does: "Select" },
      { keys: ["Shift+ArrowRight"], does: "Select a range, with any arrow" },
      { keys: ["Mod+A"], does: "Select all that are loaded" },
      { keys: ["F"], does: "Favourite" },
      { keys: ["X"], does: "Reject" },
      { keys: ["I"], does: "Iterate" },
      { keys: ["D"], does: "Download" },
      { keys: ["Backspace"], does: "Delete, with undo" },
      { keys: ["Escape"], does: "Clear the selection, close the inspector" },
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
    heading: "While comparing",
    hints: [
      { keys: ["1", "2", "3", "4"], does: "Go to a picture" },
      { keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], does: "Pan" },
      { keys: ["+", "-", "0"], does: "Zoom in, out, fit" },
      { keys: ["W"], does: "Wipe, with two pictures" },
      { keys: ["F", "X"], does: "Favourite, reject" },
    ],
  },
  {
    heading: "While culling",
    hints: [
      { keys: ["F", "K"], does: "Keep, as favourite" },
      { keys: ["X", "R"], does: "Reject" },
      { keys: ["Space", "ArrowRight"], does: "Next" },
      { keys: ["ArrowLeft"], does: "Back" },
      { keys: ["U", "Backspace"], does: "Undo" },
    ],
  },
  {
    heading: "In the tree",
    hints: [
      { keys: ["ArrowLeft", "ArrowRight"], does: "To the parent, to the first child" },
      { keys: ["ArrowUp", "ArrowDown"], does: "Above, below" },
      { keys: ["Enter"], does: "Open" },
      { keys: ["I"], does: "Iterate" },
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
