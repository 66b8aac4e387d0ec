import { type ActionKeys, KEYS } from "@/lib/client/keys/keys";

/** Keys and what they do, for the sheet under "?". */
export type KeyHint = { keys: readonly string[]; does: string };
export type KeyChapter = { heading: string; hints: readonly KeyHint[] };

const { gallery, inspector, compare, cull, tree, sessions } = KEYS;

/** What a part of the studio handles itself, by place. What works everywhere is a command and stands in the registry. */
export const KEY_GUIDE: readonly KeyChapter[] = [
  {
    heading: "In the gallery",
    hints: [
      hint("Move", gallery.move),
      hint("Open", gallery.open),
      hint("Select", gallery.select),
      hint("Select a range, with any arrow", gallery.selectRange),
      hint("Select all that are loaded", gallery.selectAll),
      hint("Favourite", gallery.favourite),
      hint("Reject", gallery.reject),
      hint("Iterate", gallery.iterate),
      hint("Download", gallery.download),
      hint("Delete, with undo", gallery.delete),
      hint("Clear the selection, close the inspector", gallery.leave),
    ],
  },
  {
    heading: "With a picture open",
    hints: [
      hint("Previous, next", inspector.previous, inspector.next),
      hint("Enlarge", inspector.enlarge),
      hint("Zoom in, out, fit", inspector.zoomIn, inspector.zoomOut, inspector.fit),
    ],
  },
  {
    heading: "While comparing",
    hints: [
      hint("Go to a picture", compare.first, compare.second, compare.third, compare.fourth),
      hint("Pan", compare.panLeft, compare.panRight, compare.panUp, compare.panDown),
      hint("Zoom in, out, fit", compare.zoomIn, compare.zoomOut, compare.fit),
      hint("Wipe, with two pictures", compare.wipe),
      hint("Favourite, reject", compare.favourite, compare.reject),
    ],
  },
  {
    heading: "While culling",
    hints: [
      hint("Keep, as favourite", cull.keep),
      hint("Reject", cull.reject),
      hint("Next", cull.next),
      hint("Back", cull.back),
      hint("Undo", cull.undo),
    ],
  },
  {
    heading: "In the tree",
    hints: [
      hint("To the parent, to the first child", tree.parent, tree.child),
      hint("Above, below", tree.above, tree.below),
      hint("To the first, to the last", tree.first, tree.last),
      hint("Open", tree.open),
      hint("Iterate", tree.iterate),
    ],
  },
  {
    heading: "In the list of sessions",
    hints: [
      hint("Move", sessions.up, sessions.down),
      hint("Move by a page", sessions.pageUp, sessions.pageDown),
      hint("To the first, to the last", sessions.first, sessions.last),
      hint("Open", sessions.open),
      hint("Rename", sessions.rename),
      hint("Archive, or bring back", sessions.archive),
      hint("Delete, with undo; or restore", sessions.delete),
    ],
  },
];

function hint(does: string, ...actions: readonly ActionKeys[]): KeyHint {
  return { keys: actions.flatMap(({ shown }) => shown), does };
}
