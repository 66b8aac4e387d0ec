import { MATRIX_CELLS_MAX, TEMPLATE_CHARS_MAX } from "@/lib/domain/limits";
import {
  type PromptChoice,
  type PromptNode,
  type PromptProblem,
  parsePromptNodes,
} from "./prompt-matrix-parser";
import { joinPieces } from "./prompt-matrix-text";

/** A choice of the template with everything that can stand there, nested choices written out. */
export type PromptGroup = { at: number; source: string; alternatives: string[] };

/** A template that was read: words and groups in their order. `count` is the number of its prompts. */
export type PromptMatrix = {
  ok: true;
  segments: (string | PromptGroup)[];
  groups: PromptGroup[];
  count: number;
  /** What a person may not have meant, in sentences. */
  notes: string[];
};
export type UnreadablePrompt = { ok: false; problem: PromptProblem };

/**
 * Reads a prompt with alternatives: `A {red|blue} house`. docs/prompt-matrix.md has the rules. The
 * prompts are counted before any is written out, so no template can make this slow.
 * @param promptsMax a template of more prompts is refused with their number
 */
export function parsePromptMatrix(
  template: string,
  promptsMax: number = MATRIX_CELLS_MAX,
): PromptMatrix | UnreadablePrompt {
  if (template.length > TEMPLATE_CHARS_MAX) {
    const message = `A template may have ${TEMPLATE_CHARS_MAX.toLocaleString("en-US")} characters.`;
    return { ok: false, problem: { message, at: TEMPLATE_CHARS_MAX } };
  }
  const parsed = parsePromptNodes(template);
  if (!parsed.ok) return parsed;
  const count = countOf(parsed.nodes);
  if (count > promptsMax) {
    const at = parsed.nodes.find((node) => typeof node !== "string")?.at ?? 0;
    const message = `This makes ${tooMany(count)} prompts; at most ${promptsMax} go at once.`;
    return { ok: false, problem: { message, at } };
  }
  const segments = parsed.nodes.map((node) => (typeof node === "string" ? node : groupOf(node)));
  const groups = segments.filter((segment) => typeof segment !== "string");
  return { ok: true, segments, groups, count, notes: parsed.notes };
}

/** The prompt of one choice: `choice[i]` is the alternative of the i-th group, 0-based. */
export function promptOf(matrix: PromptMatrix, choice: readonly number[]): string {
  let group = 0;
  const pieces = matrix.segments.map((segment) => {
    if (typeof segment === "string") return segment;
    const alternative = segment.alternatives[choice[group++] ?? 0];
    return alternative ?? "";
  });
  return joinPieces(pieces).trim();
}

/** All prompts, exactly `count` of them, the last group changing fastest. */
export function expandPromptMatrix(matrix: PromptMatrix): string[] {
  const choices = matrix.groups.reduce<number[][]>(
    (known, { alternatives }) =>
      known.flatMap((choice) => alternatives.map((_, index) => [...choice, index])),
    [[]],
  );
  return choices.map((choice) => promptOf(matrix, choice));
}

/** How many ways there are through the nodes; beyond 2^1023 that is Infinity, which is also too many. */
function countOf(nodes: readonly PromptNode[]): number {
  return nodes.reduce((count, node) => count * (typeof node === "string" ? 1 : choicesOf(node)), 1);
}

function choicesOf({ alternatives }: PromptChoice): number {
  return alternatives.reduce((count, nodes) => count + countOf(nodes), 0);
}

function tooMany(count: number): string {
  return count > 1e6 ? "more than a million" : count.toLocaleString("en-US");
}

function groupOf(choice: PromptChoice): PromptGroup {
  const { at, source, alternatives } = choice;
  return { at, source, alternatives: alternatives.flatMap(textsOf) };
}

/** Everything that a row of nodes can become. Called only where the count is known to be small. */
function textsOf(nodes: readonly PromptNode[]): string[] {
  const ways = nodes.reduce<string[][]>(
    (known, node) => {
      const texts = typeof node === "string" ? [node] : node.alternatives.flatMap(textsOf);
      return known.flatMap((pieces) => texts.map((text) => [...pieces, text]));
    },
    [[]],
  );
  return ways.map(joinPieces);
}
