import type { Command } from "@/lib/client/commands/command-registry";

type Named = Pick<Command, "label" | "group" | "words">;

/**
 * The commands that a text may mean, best first: every word of it begins a word of the command. A
 * command whose label begins with the text comes first, then those with all words in their labels.
 */
export function rankCommands<T extends Named>(commands: readonly T[], text: string): T[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [...commands];
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command, wanted, text);
    return rank === null ? [] : [{ command, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ command }) => command);
}

function rankOf({ label, group, words = "" }: Named, wanted: readonly string[], text: string): number | null {
  if (label.toLowerCase().startsWith(text.trim().toLowerCase())) return 0;
  if (holdsAll(wordsOf(label), wanted)) return 1;
  return holdsAll(wordsOf(`${label} ${group} ${words}`), wanted) ? 2 : null;
}

function holdsAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
