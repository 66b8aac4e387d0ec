/** A stretch of text and what became of it. */
export type DiffPart = { kind: "kept" | "inserted" | "deleted"; text: string };

type Token = { text: string; weight: number };

/** Above this many comparisons the differing middle is shown as replaced: a 32,000 character rewrite must not hold the page. */
const COMPARISONS_MAX = 4_000_000;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What changed from one prompt to the next, word by word, in any script.
 * Kept and inserted parts joined are `after`, kept and deleted ones are `before`, exactly.
 */
export function promptDiff(before: string, after: string): DiffPart[] {
  const old = tokensOf(before);
  const now = tokensOf(after);
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const parts = [
    ...old.slice(0, head).map(part("kept")),
    ...middleOf(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(part("kept")),
  ];
  return joined(withoutLoneSpaces(joined(parts)));
}

/** Words weigh most, so that the spaces and commas between them never outvote a word. */
function tokensOf(text: string): Token[] {
  return Array.from(segmenter.segment(text), ({ segment, isWordLike }) => ({
    text: segment,
    weight: isWordLike ? 4 : segment.trim() === "" ? 1 : 2,
  }));
}

function part(kind: DiffPart["kind"]) {
  return ({ text }: Token): DiffPart => ({ kind, text });
}

function commonLength(a: readonly Token[], b: readonly Token[]): number {
  const end = a.findIndex((token, place) => token.text !== b[place]?.text);
  return end < 0 ? a.length : end;
}

/** The heaviest common subsequence, walked from its table. */
function middleOf(old: readonly Token[], now: readonly Token[]): DiffPart[] {
  if (old.length * now.length > COMPARISONS_MAX) {
    return [...old.map(part("deleted")), ...now.map(part("inserted"))];
  }
  const best = weightsFrom(old, now);
  const width = now.length + 1;
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const was = old[i];
    const is = now[j];
    if (!was && !is) return parts;
    const here = i * width + j;
    if (was && is && was.text === is.text && best[here] === was.weight + (best[here + width + 1] ?? 0)) {
      parts.push({ kind: "kept", text: was.text });
      i += 1;
      j += 1;
    } else if (was && (!is || (best[here + width] ?? 0) >= (best[here + 1] ?? 0))) {
      parts.push({ kind: "deleted", text: was.text });
      i += 1;
    } else if (is) {
      parts.push({ kind: "inserted", text: is.text });
      j += 1;
    }
  }
}

/** At [i, j], row by row: the most weight that the rest of both texts has in common. */
function weightsFrom(old: readonly Token[], now: readonly Token[]): Uint32Array {
  const width = now.length + 1;
  const best = new Uint32Array((old.length + 1) * width);
  for (const [i, was] of [...old.entries()].reverse()) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const skipped = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const kept = was.text === now[j]?.text ? was.weight + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(skipped, kept);
    }
  }
  return best;
}

/** A space kept between two changes only cuts them to pieces: it counts as changed on both sides. */
function withoutLoneSpaces(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, place): DiffPart[] => {
    const isInside = place > 0 && place < parts.length - 1;
    if (part.kind !== "kept" || part.text.trim() !== "" || !isInside) return [part];
    return [
      { kind: "deleted", text: part.text },
      { kind: "inserted", text: part.text },
    ];
  });
}

/** Neighbours of one kind become one part; between two kept parts, what went comes before what came. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let change = { deleted: "", inserted: "" };
  const flush = () => {
    if (change.deleted) result.push({ kind: "deleted", text: change.deleted });
    if (change.inserted) result.push({ kind: "inserted", text: change.inserted });
    change = { deleted: "", inserted: "" };
  };
  for (const { kind, text } of parts) {
    if (kind !== "kept") {
      change[kind] += text;
      continue;
    }
    flush();
    const last = result.at(-1);
    if (last?.kind === "kept") last.text += text;
    else result.push({ kind, text });
  }
  flush();
  return result;
}

/** How much unchanged text is shown on each side of a change, in characters. */
const CONTEXT_CHARS = 24;

/** The changes with a few words around each; what is left out is an ellipsis. For showing, not for joining. */
export function excerptOf(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, place) => {
    if (part.kind !== "kept") return part;
    const head = place > 0 ? cut(part.text, "start") : "";
    const tail = place < parts.length - 1 ? cut(part.text, "end") : "";
    const isShort = head.length + tail.length >= part.text.length - 1;
    return { kind: "kept", text: isShort ? part.text : `${head.trimEnd()} … ${tail.trimStart()}` };
  });
}

/** Whole tokens of one end of a text, as many as fit. */
function cut(text: string, end: "start" | "end"): string {
  const tokens = tokensOf(text).map((token) => token.text);
  const ordered = end === "start" ? tokens : tokens.reverse();
  let taken = "";
  for (const token of ordered) {
    if (taken.length + token.length > CONTEXT_CHARS) break;
    taken = end === "start" ? taken + token : token + taken;
  }
  return taken;
}
