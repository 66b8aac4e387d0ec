import "server-only";

/** Gives every file a name of its own: the second "fox-1.png" becomes "fox-1-2.png", whatever its extension. */
export function uniqueNames(): (name: string) => { stem: string; name: string } {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const dot = name.lastIndexOf(".");
    const wanted = name.slice(0, dot);
    let stem = wanted;
    for (let count = next.get(keyOf(wanted)) ?? 2; taken.has(keyOf(stem)); count += 1) {
      stem = `${wanted}-${count}`;
      next.set(keyOf(wanted), count + 1);
    }
    taken.add(keyOf(stem));
    return { stem, name: `${stem}${name.slice(dot)}` };
  };
}

/** File systems differ in whether case and composed accents make two names of one. */
function keyOf(stem: string): string {
  return stem.normalize("NFKC").toLowerCase();
}
