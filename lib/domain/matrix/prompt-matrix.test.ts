import { describe, expect, test } from "vitest";
import { expandPromptMatrix, parsePromptMatrix } from "./prompt-matrix";

function promptsOf(template: string): string[] {
  const matrix = parsePromptMatrix(template, 10_000);
  if (!matrix.ok) throw new Error(matrix.problem.message);
  expect(matrix.count).toBe(expandPromptMatrix(matrix).length);
  return expandPromptMatrix(matrix);
}

describe("a prompt with alternatives", () => {
  test("makes a prompt of every combination, the last group changing fastest", () => {
    expect(promptsOf("A {red|blue} house at {dawn|dusk}")).toEqual([
      "A red house at dawn",
      "A red house at dusk",
      "A blue house at dawn",
      "A blue house at dusk",
    ]);
  });

  test("is one prompt without braces", () => {
    expect(promptsOf("A house | a garden")).toEqual(["A house | a garden"]);
  });

  test("writes nested groups out", () => {
    expect(promptsOf("{a|{b|c} d}")).toEqual(["a", "b d", "c d"]);
    expect(promptsOf("{{a|b}|{c|{d|e}}}")).toEqual(["a", "b", "c", "d", "e"]);
    expect(promptsOf("x {a {1|2} {3|4}|b}")).toEqual(["x a 1 3", "x a 1 4", "x a 2 3", "x a 2 4", "x b"]);
  });

  test.each([
    [String.raw`\{red\|blue\}`, ["{red|blue}"]],
    [String.raw`{a\|b|c\}d}`, ["a|b", "c}d"]],
    [String.raw`C:\\{x|y}`, [String.raw`C:\x`, String.raw`C:\y`]],
    [String.raw`{1|2} a\nb \"c\" \\d`, [String.raw`1 a\nb \"c\" \d`, String.raw`2 a\nb \"c\" \d`]],
    ["{1|2}\\", ["1\\", "2\\"]],
    [String.raw`\\\{a|b\\\}`, [String.raw`\{a|b\}`]],
  ])(
    "takes an escaped brace, bar or backslash as text, and any other backslash too: %s",
    (template, prompts) => {
      expect(promptsOf(template)).toEqual(prompts);
    },
  );

  test.each(["{}", "{a}", "{{a}}", '{"subject": {"kind": "fox"}, "lens": "85mm"}', "{red, blue}"])(
    "keeps braces without a bar as they are, and says so: %s",
    (template) => {
      expect(promptsOf(template)).toEqual([template]);
      expect(parsePromptMatrix(template)).toMatchObject({ ok: true, count: 1 });
      const matrix = parsePromptMatrix(template);
      expect(matrix.ok && matrix.notes.length).toBeGreaterThan(0);
    },
  );

  test("finds a group inside braces that are text", () => {
    expect(promptsOf('{"color": "{red|blue}"}')).toEqual(['{"color": "red"}', '{"color": "blue"}']);
  });

  test.each([
    ["A {red|} house", ["A red house", "A house"]],
    ["A {|big} {|red} house", ["A house", "A red house", "A big house", "A big red house"]],
    ["{|Old} house", ["house", "Old house"]],
    ["A house{ at dawn|}", ["A house at dawn", "A house"]],
    ["A house {at dawn|}, quiet", ["A house at dawn, quiet", "A house, quiet"]],
    ["A { red | blue } house", ["A red house", "A blue house"]],
    ["A {big {red|}|small} house", ["A big red house", "A big house", "A small house"]],
    ["{|}", ["", ""]],
  ])("takes an empty alternative as nothing and tidies the space around it: %s", (template, prompts) => {
    expect(promptsOf(template)).toEqual(prompts);
  });

  test("leaves whitespace that no choice touches as it was written", () => {
    expect(promptsOf("A  b\n\n{c|d}\n  e , f")).toEqual(["A  b\n\nc\n  e , f", "A  b\n\nd\n  e , f"]);
  });

  test.each([
    ["A {red|blue", 2, "Character 3: this { is never closed."],
    ["A {red|{blue|green}", 2, "Character 3: this { is never closed."],
    ["🦊 {a|{b", 6, "Character 6: this { is never closed."],
    ["A red} house", 5, "Character 6: this } closes nothing."],
    ["{a|b}}", 5, "Character 6: this } closes nothing."],
  ])("refuses braces that do not pair, with their place: %s", (template, at, message) => {
    const matrix = parsePromptMatrix(template);
    expect(matrix).toEqual({ ok: false, problem: { at, message: expect.stringContaining(message) } });
  });

  test("refuses too many prompts with their number", () => {
    expect(parsePromptMatrix("{a|b}".repeat(7))).toMatchObject({
      ok: false,
      problem: { at: 0, message: "This makes 128 prompts; at most 100 go at once." },
    });
    expect(parsePromptMatrix("x {a|b|c|d|e|f|g|h|i|j}{1|2|3|4|5|6|7|8|9|0}")).toMatchObject({ count: 100 });
  });

  test.each([
    ["groups in a row", "{a|b}".repeat(12_000)],
    ["groups within groups", `${"{a|".repeat(19)}${"{b|c}{d|e}".repeat(3_000)}${"}".repeat(19)}`],
    ["many alternatives", `{${"a|".repeat(30_000)}b}`],
    ["an endless opening", "{".repeat(60_000)],
    ["unclosed alternatives", "{|".repeat(30_000)],
    ["a book", "a".repeat(5_000_000)],
    ["many literal braces", "{a}".repeat(20_000) + "{b|c}".repeat(300)],
  ])("refuses a blow-up before anything is written out: %s", (_, template) => {
    const startedAt = performance.now();
    expect(parsePromptMatrix(template)).toMatchObject({ ok: false });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test("counts as many prompts as it makes, for any template", () => {
    const random = createRandom(7);
    for (let round = 0; round < 500; round++) {
      const matrix = parsePromptMatrix(randomTemplate(random, 3), 5_000);
      if (matrix.ok) expect(expandPromptMatrix(matrix)).toHaveLength(matrix.count);
      else expect(matrix.problem.message).toContain("This makes");
    }
  });
});

type Random = (below: number) => number;

function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

function randomTemplate(random: Random, depth: number): string {
  const part = (): string => {
    if (depth === 0 || random(3) === 0) return ["red", "", " ", "\\{", "é🦊", "{}", "\\\\"][random(7)] ?? "";
    const alternatives = Array.from({ length: 1 + random(3) }, () => randomTemplate(random, depth - 1));
    return `{${alternatives.join("|")}}`;
  };
  return Array.from({ length: 1 + random(3) }, part).join(" ");
}
