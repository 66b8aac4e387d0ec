import "server-only";
import { createVocabulary, type Sense } from "./vocabulary";

let known: ReturnType<typeof createVocabulary> | null = null;

/** The vocabulary, built when the first prompt is read. */
function vocabulary(): ReturnType<typeof createVocabulary> {
  known ??= createVocabulary();
  return known;
}

const refusals = new Set(["no", "without", "not", "never"]);

/** The spellings under which a word may be listed: itself, then its singular. */
function spellings(word: string): string[] {
  const list = [word];
  if (word.endsWith("ies")) list.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("ves")) list.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  if (word.endsWith("es")) list.push(word.slice(0, -2));
  if (word.endsWith("s")) list.push(word.slice(0, -1));
  return list;
}

export type Read = { senses: readonly Sense[]; plural: boolean };

function look(text: string): Read | null {
  for (const [index, spelling] of spellings(text).entries()) {
    const senses = vocabulary().get(spelling);
    if (senses !== undefined) return { senses, plural: index > 0 };
  }
  return null;
}

/** The words of a prompt with what each says; a refused word ("no people") is left out. */
export function readWords(prompt: string): Read[] {
  const words = prompt.toLowerCase().match(/[\p{L}\d&]+(?:-[\p{L}\d]+)*/gu) ?? [];
  const reads: Read[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (refusals.has(word)) {
      // "no people", "without any clouds": the next known word is not meant.
      index += look(words[index + 1] ?? "") === null ? 2 : 1;
      continue;
    }
    const found = [3, 2]
      .map((size) => ({ size, read: look(words.slice(index, index + size).join("-")) }))
      .find(({ read }) => read !== null);
    if (found?.read) {
      reads.push(found.read);
      index += found.size - 1;
      continue;
    }
    reads.push(
      look(word) ??
        word
          .split("-")
          .map(look)
          .find((read) => read !== null) ?? { senses: [], plural: false },
    );
  }
  return reads;
}
