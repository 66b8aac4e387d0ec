import { describe, expect, test } from "vitest";
import { type DiffPart, excerptOf, promptDiff } from "./prompt-diff";

const textOf = (parts: readonly DiffPart[], kind: "inserted" | "deleted") =>
  parts
    .filter((part) => part.kind === "kept" || part.kind === kind)
    .map((part) => part.text)
    .join("");
/** "a [-old-]{+new+} c" */
const shown = (before: string, after: string) =>
  promptDiff(before, after)
    .map(({ kind, text }) => ({ kept: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[kind])
    .join("");

describe("marks what changed", () => {
  test.each([
    ["an inserted word", "a fox in snow", "a red fox in snow", "a {+red +}fox in snow"],
    ["a deleted word", "a red fox in snow", "a fox in snow", "a [-red -]fox in snow"],
    ["a replaced word", "a fox in the rain", "a fox in the snow", "a fox in the [-rain-]{+snow+}"],
    [
      "a replaced run of words as one",
      "a fox in deep snow",
      "a fox under warm rain",
      "a fox [-in deep snow-]{+under warm rain+}",
    ],
    ["a full stop", "A fox", "A fox.", "A fox{+.+}"],
    ["changed punctuation only", "fox, snow", "fox; snow", "fox[-,-]{+;+} snow"],
    ["a line break", "fox snow", "fox\nsnow", "fox[- -]{+\n+}snow"],
    ["the case of a letter", "Fox", "fox", "[-Fox-]{+fox+}"],
    ["Japanese, by word", "雪の中の赤い狐", "雪の中の白い狐", "雪の中の[-赤い-]{+白い+}狐"],
    ["Arabic", "ثعلب أحمر في الثلج", "ثعلب أبيض في الثلج", "ثعلب [-أحمر-]{+أبيض+} في الثلج"],
    ["an emoji made of several as one", "a 👩‍🚀 on Mars", "a 👩🏽‍🚀 on Mars", "a [-👩‍🚀-]{+👩🏽‍🚀+} on Mars"],
    ["a family that grows", "👨‍👩‍👧 at sea", "👨‍👩‍👧‍👦 at sea", "[-👨‍👩‍👧-]{+👨‍👩‍👧‍👦+} at sea"],
    ["everything of an empty prompt", "", "a fox", "{+a fox+}"],
    ["nothing where nothing changed", "a fox", "a fox", "a fox"],
  ])("%s", (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });
});

test("keeps the longer of two clauses that changed places", () => {
  const parts = promptDiff("at dusk, a fox runs through deep snow", "a fox runs through deep snow, at dusk");
  expect(parts.find((part) => part.kind === "kept")?.text).toContain("a fox runs through deep snow");
  expect(parts.filter((part) => part.kind !== "kept").every((part) => part.text.length < 10)).toBe(true);
});

test("gives back both texts exactly, whatever they are", () => {
  const words = [
    "fox",
    "snow",
    " ",
    "  ",
    ",",
    ".",
    "\n",
    "赤い",
    "ثلج",
    "👩‍🚀",
    "e\u0301",
    "don't",
    "16:9",
    "—",
  ];
  let seed = 7;
  const draw = (max: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % max;
  };
  const text = () => Array.from({ length: draw(30) }, () => words[draw(words.length)]).join("");
  for (let round = 0; round < 500; round += 1) {
    const [before, after] = [text(), text()];
    const parts = promptDiff(before, after);
    expect(textOf(parts, "deleted")).toBe(before);
    expect(textOf(parts, "inserted")).toBe(after);
    for (const [place, part] of parts.entries()) expect(part.kind).not.toBe(parts[place + 1]?.kind);
  }
});

test("stays quick and exact on a rewrite of 32,000 characters", () => {
  const before = "amber fox ".repeat(3_200);
  const after = "silver owl ".repeat(2_900);
  const parts = promptDiff(before, after);
  expect(textOf(parts, "deleted")).toBe(before);
  expect(textOf(parts, "inserted")).toBe(after);
});

describe("excerpts", () => {
  const excerpt = (before: string, after: string) =>
    excerptOf(promptDiff(before, after))
      .map(({ text }) => text)
      .join("|");

  test("keep whole words around a change and leave the rest out", () => {
    const before =
      "A wide landscape of northern mountains under a heavy sky, with a fox, painted slowly in thin oil";
    expect(excerpt(before, before.replace("fox", "owl"))).toBe(
      " … a heavy sky, with a |fox|owl|, painted slowly in thin … ",
    );
  });

  test("are the whole text where it is short", () => {
    expect(excerpt("a fox in rain", "a fox in snow")).toBe("a fox in |rain|snow");
  });
});
