/** Whether a text can be stored as it is: the database takes no NUL, and half a character becomes another one. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
