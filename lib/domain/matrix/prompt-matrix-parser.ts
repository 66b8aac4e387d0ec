/** A piece of a template: words as they are, or a choice between alternatives, each again made of pieces. */
export type PromptNode = string | PromptChoice;
export type PromptChoice = {
  /** The place of its `{` in the template, 0-based, in UTF-16 units as a text field counts. */
  at: number;
  /** As it was written, without its braces. */
  source: string;
  alternatives: PromptNode[][];
};

/** Why a template cannot be read, and where: `at` counts like `PromptChoice.at`. */
export type PromptProblem = { message: string; at: number };
export type ParsedPrompt =
  | { ok: true; nodes: PromptNode[]; notes: string[] }
  | { ok: false; problem: PromptProblem };

/** Deeper nesting is no prompt that a person wrote, and what reads the nodes may recurse. */
const DEPTH_MAX = 20;
const NOTES_MAX = 3;
const ESCAPED = new Set(["{", "}", "|", "\\"]);

type Frame = { at: number; alternatives: PromptNode[][] };

/**
 * Reads the braces of a prompt in one pass. Braces without a `|` of their own are ordinary words,
 * so that a prompt written as JSON stays what it is.
 */
export function parsePromptNodes(template: string): ParsedPrompt {
  const root: Frame = { at: 0, alternatives: [[]] };
  const open: Frame[] = [];
  const notes: string[] = [];
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at);
    const frame = open.at(-1) ?? root;
    const next = template.charAt(at + 1);
    if (character === "\\" && ESCAPED.has(next)) {
      addText(frame, next);
      at++;
    } else if (character === "{") {
      if (open.length === DEPTH_MAX) return refused(at, `Braces may stand ${DEPTH_MAX} deep.`);
      open.push({ at, alternatives: [[]] });
    } else if (character === "|" && frame !== root) {
      frame.alternatives.push([]);
    } else if (character === "}") {
      if (frame === root) return refused(at, `${place(template, at)}: this } closes nothing. ${ESCAPE_HINT}`);
      open.pop();
      const source = template.slice(frame.at + 1, at);
      const isLiteral = closeFrame(frame, open.at(-1) ?? root, source);
      // Braces within literal ones are of the same kind: one note says it.
      if (isLiteral && open.length === 0 && notes.length < NOTES_MAX) notes.push(literalNote(source));
    } else addText(frame, character);
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    const { at } = unclosed;
    return refused(at, `${place(template, at)}: this { is never closed. ${ESCAPE_HINT}`);
  }
  return { ok: true, nodes: root.alternatives.flat(), notes };
}

const ESCAPE_HINT = "Write \\{ or \\} for a brace in the text.";

function refused(at: number, message: string): ParsedPrompt {
  return { ok: false, problem: { message, at } };
}

/** "Character 12", as people count: code points from 1. */
function place(template: string, at: number): string {
  return `Character ${[...template.slice(0, at)].length + 1}`;
}

/** Gives a finished pair of braces to what stands around it; true where they turn out to be text. */
function closeFrame({ at, alternatives }: Frame, parent: Frame, source: string): boolean {
  if (alternatives.length > 1) {
    parent.alternatives.at(-1)?.push({ at, source, alternatives });
    return false;
  }
  addText(parent, "{");
  for (const node of alternatives.flat())
    if (typeof node === "string") addText(parent, node);
    else parent.alternatives.at(-1)?.push(node);
  addText(parent, "}");
  return true;
}

function literalNote(source: string): string {
  return `{${shortened(source)}} has no | and stays as it is.`;
}

function shortened(source: string): string {
  const characters = [...source];
  return characters.length > 24 ? `${characters.slice(0, 23).join("")}…` : source;
}

function addText(frame: Frame, text: string): void {
  const nodes = frame.alternatives.at(-1);
  if (!nodes) return;
  const last = nodes.at(-1);
  if (typeof last === "string") nodes[nodes.length - 1] = last + text;
  else nodes.push(text);
}
