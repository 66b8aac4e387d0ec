/** Marks that stand directly behind a word. */
const CLINGS_TO_WORD = /^[,.;:!?)\]]/;
const SPACES_AT_END = /[ \t]+$/;
const SPACES_AT_START = /^[ \t]+/;

/**
 * Joins the pieces of a prompt where a choice was made. Two spaces that meet become one, and where
 * nothing was chosen no space is left before a comma; all other whitespace stays as it was written.
 */
export function joinPieces(pieces: readonly string[]): string {
  let joined = "";
  let isAfterNothing = false;
  for (const piece of pieces) {
    if (piece.trim() === "") isAfterNothing = true;
    if (isAfterNothing && CLINGS_TO_WORD.test(piece)) joined = joined.replace(SPACES_AT_END, "");
    joined += SPACES_AT_END.test(joined) ? piece.replace(SPACES_AT_START, "") : piece;
    if (piece.trim() !== "") isAfterNothing = false;
  }
  return joined;
}
