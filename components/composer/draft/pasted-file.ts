type Clipboard = { types: readonly string[]; files: { item(index: number): File | null } };

/** Formats of text that was copied with its looks: it may bring a picture of itself along. */
const RICH_TEXT = ["text/html", "text/rtf"];

/**
 * The file that is pasted; null where text is meant. A file that was copied in a file manager comes
 * with its name as plain text, which is no reason to take the name for what is meant.
 */
export function pastedFile({ types, files }: Clipboard): File | null {
  const isText = types.includes("text/plain") && RICH_TEXT.some((type) => types.includes(type));
  return isText ? null : files.item(0);
}
