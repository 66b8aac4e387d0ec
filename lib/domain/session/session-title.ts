/** What a session is called until it has a name. */
export const UNTITLED = "Untitled";

/** About what a header and a list show. */
const CUT_CHARS = 60;

/** A name from the first prompt: its first line, cut between words. */
export function titleFromPrompt(prompt: string): string {
  const line = prompt.trim().split(/\r?\n/, 1)[0] ?? "";
  const characters = Array.from(line.replace(/\s+/g, " ").trim());
  if (characters.length <= CUT_CHARS) return characters.join("") || UNTITLED;
  const cut = characters.slice(0, CUT_CHARS).join("");
  return `${cut.replace(/\s+\S*$/, "") || cut}…`;
}
