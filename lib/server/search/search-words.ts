import "server-only";

const words = new Intl.Segmenter(undefined, { granularity: "word" });
/** A term longer than this finds nothing that a shorter one would not (PostgreSQL drops lexemes over 2 KB). */
const TERM_CHARS_MAX = 64;

/** The words of a text in any script, lower case and normalised: also of scripts that put no spaces between them. */
export function wordsOf(text: string): string[] {
  const segments = words.segment(text.normalize("NFKC").toLowerCase());
  return Array.from(segments).flatMap(({ segment, isWordLike }) =>
    isWordLike
      ? [
          segment
            .replace(/[^\p{L}\p{N}]+/gu, " ")
            .trim()
            .slice(0, TERM_CHARS_MAX),
        ]
      : [],
  );
}

/** What is stored for searching: prompt and revised prompt as words with spaces between them. */
export function searchTextOf(...texts: (string | null)[]): string {
  return texts.flatMap((text) => (text ? wordsOf(text) : [])).join(" ");
}

/**
 * A text search query: every word must occur, the last one may be unfinished, as people type.
 * Null when there is no word in it.
 */
export function searchQueryOf(text: string): string | null {
  const terms = wordsOf(text)
    .flatMap((word) => word.split(" "))
    .filter((term) => term !== "");
  if (terms.length === 0) return null;
  // Letters and digits only, so nothing in a term can be taken for an operator.
  return terms
    .slice(0, 20)
    .map((term, index, all) => (index === all.length - 1 ? `${term}:*` : term))
    .join(" & ");
}
