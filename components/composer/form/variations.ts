import { parsePromptMatrix, promptOf } from "@/lib/domain/matrix/prompt-matrix";

/**
 * What a prompt means: one text, or several by its braces. `count` is null where the plan has to say
 * what is wrong: too many, or braces that do not pair where a bar shows that they were meant.
 */
export type Variations = { kind: "one"; prompt: string } | { kind: "several"; count: number | null };

const ESCAPE = /\\[{}|]/;

export function variationsOf(prompt: string): Variations {
  if (!prompt.includes("{") && !prompt.includes("}")) return { kind: "one", prompt };
  const parsed = parsePromptMatrix(prompt);
  if (!parsed.ok) return prompt.includes("|") ? { kind: "several", count: null } : { kind: "one", prompt };
  if (parsed.groups.length > 0) return { kind: "several", count: parsed.count };
  // A backslash before a brace is there for the reader of braces alone.
  return { kind: "one", prompt: ESCAPE.test(prompt) ? promptOf(parsed, []) : prompt };
}
