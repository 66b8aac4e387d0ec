/** Which pictures are selected, and from where a range grows. */
export type Selection = {
  ids: ReadonlySet<string>;
  /** The picture that was selected last by itself: ranges begin there. */
  anchorId: string | null;
  /** What was selected before the range that is being drawn; a shorter range gives the rest back. */
  base: ReadonlySet<string>;
};

const NO_IDS: ReadonlySet<string> = new Set();
export const NO_SELECTION: Selection = { ids: NO_IDS, anchorId: null, base: NO_IDS };

/** Selects a picture, or takes it out. The next range begins at it. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchorId: id, base: next };
}

/**
 * Selects everything from the anchor to a picture, both included, beside what was selected before.
 * Without an anchor that is still there the picture alone is selected.
 * @param order all pictures as they stand
 */
export function extendedTo(selection: Selection, order: readonly string[], id: string): Selection {
  const from = selection.anchorId === null ? -1 : order.indexOf(selection.anchorId);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return withIds(selection, id, [id]);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: union(selection.base, range) };
}

/** Selects what a drawn rectangle holds, beside what was selected when it began. */
export function withBand(start: Selection, held: Iterable<string>): Selection {
  const ids = union(start.ids, held);
  return { ids, anchorId: start.anchorId, base: ids };
}

/** Selects all of these and nothing else. */
export function selectionOf(order: readonly string[]): Selection {
  const ids = new Set(order);
  return { ids, anchorId: order[0] ?? null, base: NO_IDS };
}

function withIds({ ids }: Selection, anchorId: string, added: readonly string[]): Selection {
  const next = union(ids, added);
  return { ids: next, anchorId, base: ids };
}

function union(ids: ReadonlySet<string>, added: Iterable<string>): ReadonlySet<string> {
  return new Set([...ids, ...added]);
}
