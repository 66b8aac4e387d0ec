/** Control characters but for line feed and tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Marks that turn the direction of whatever follows, beyond the text itself. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A stranger's text without what could disturb the page around it: no control characters, no
 * overrides of direction, no half characters, at most one empty line in a row, no space at its ends.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
