import "server-only";

/* Strings of JSON as they are written: between their quotes, with escapes. Read piece by piece. */

/** `\\u002F` */
const UNICODE_ESCAPE_LENGTH = 6;

/** Where a string ends that begins here: at its quote, or at the end of its line, which no string goes beyond; -1: later. */
export function endOfString(text: string): number {
  for (const { 0: found, index } of text.matchAll(/\\.|["\n\r]/gs)) if (!found.startsWith("\\")) return index;
  return -1;
}

/** How much of a piece can be read now: an escape that is cut off waits for its other half. */
export function readableLength(piece: string): number {
  const backslash = piece.lastIndexOf("\\");
  if (backslash === -1) return piece.length;
  let first = backslash;
  while (piece[first - 1] === "\\") first -= 1;
  // Backslashes in a row are pairs, and one more begins an escape.
  const isEscape = (backslash - first) % 2 === 0;
  const escapeLength = piece[backslash + 1] === "u" ? UNICODE_ESCAPE_LENGTH : 2;
  return isEscape && backslash + escapeLength > piece.length ? backslash : piece.length;
}

/** A piece without its escapes; what is no JSON stays as it is. */
export function unescaped(piece: string): string {
  if (!piece.includes("\\")) return piece;
  try {
    return String(JSON.parse(`"${piece}"`));
  } catch {
    return piece;
  }
}
