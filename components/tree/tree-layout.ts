/** A generation and the one that it iterates on. */
export type TreeEntry = { id: string; parentId: string | null };
/** A place in the grid of the tree: columns are generations from the first idea, rows are branches. */
export type TreePlace = TreeEntry & {
  column: number;
  row: number;
  childIds: readonly string[];
  /** Among its siblings, from 1, and how many they are. */
  position: number;
  siblingCount: number;
};

/**
 * Lays out branches: a first child goes on in its parent's row, each other child begins a row below
 * everything before it, so no line ever crosses another. Of any depth.
 * @param entries roots in the order to be shown; siblings in theirs. A parent that is not among them,
 * or that would close a circle, makes a root.
 */
export function layOutTree(entries: readonly TreeEntry[]): TreePlace[] {
  const known = new Set(entries.map(({ id }) => id));
  const children = Map.groupBy(entries, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const places: TreePlace[] = [];
  const seen = new Set<string>();
  let row = -1;
  const walk = (start: readonly TreeEntry[]) => {
    const waiting = start.map((entry, at) => ({ entry, at, column: 0, count: start.length })).reverse();
    for (;;) {
      const next = waiting.pop();
      if (!next) return;
      const { entry, at, column, count } = next;
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      if (column === 0 || at > 0) row += 1;
      const own = children.get(entry.id) ?? [];
      places.push({
        ...entry,
        parentId: column === 0 ? null : entry.parentId,
        column,
        row,
        position: at + 1,
        siblingCount: count,
        childIds: own.map(({ id }) => id),
      });
      const below = own.map((child, place) => ({
        entry: child,
        at: place,
        column: column + 1,
        count: own.length,
      }));
      waiting.push(...below.reverse());
    }
  };
  walk(children.get(null) ?? []);
  walk(entries.filter(({ id }) => !seen.has(id)).slice(0, 1));
  return places;
}

/** Where to go from a place: to the parent, to the first child, to the nearest above or below, to the first or last of all. */
export type TreeMove = "parent" | "child" | "above" | "below" | "first" | "last";

export function treeMove(places: readonly TreePlace[], fromId: string, move: TreeMove): string | null {
  const from = places.find(({ id }) => id === fromId);
  if (!from) return null;
  switch (move) {
    case "parent":
      return from.parentId;
    case "child":
      return from.childIds[0] ?? null;
    case "above":
      return nearest(places, from, (row) => from.row - row);
    case "below":
      return nearest(places, from, (row) => row - from.row);
    case "first":
      return places[0]?.id ?? null;
    case "last":
      return places.at(-1)?.id ?? null;
  }
}

/** The next row on one side, and in it what stands most in line. */
function nearest(places: readonly TreePlace[], from: TreePlace, distanceOf: (row: number) => number) {
  let best: TreePlace | null = null;
  const rank = (place: TreePlace) => distanceOf(place.row) * 1e6 + Math.abs(place.column - from.column);
  for (const place of places) {
    if (distanceOf(place.row) > 0 && (best === null || rank(place) < rank(best))) best = place;
  }
  return best?.id ?? null;
}
