/** Control characters but for line feed and tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Marks that turn the direction of whatever follows, beyond the text itself. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A letter carries this many marks in no script; more would climb over the lines around it. */
const MARKS_IN_A_PILE = /(\p{M}{8})\p{M}+/gu;
/** Whatever leaves something on the page: joiners, fillers and blanks do not. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\s\u2800]/u;

/**
 * A stranger's text without what could disturb the page around it: no control characters, no
 * overrides of direction, no half characters, at most one empty line in a row, no space at its ends.
 * Empty where nothing of it could be seen.
 */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .replace(MARKS_IN_A_PILE, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return VISIBLE.test(clean) ? clean : "";
}

/** The same for a name, which stands in a line. */
export function cleanName(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}
