import { expect, test } from "vitest";
import { variationsOf } from "./variations";

test("counts the prompts of braces with bars", () => {
  expect(variationsOf("A {red|blue} house at {dawn|dusk}")).toEqual({ kind: "several", count: 4 });
});

test("leaves a prompt without alternatives as it is, JSON included", () => {
  for (const prompt of ["A house", "A | B", '{"lens": "85mm"}', "smile :{", "back\\slash"]) {
    expect(variationsOf(prompt)).toEqual({ kind: "one", prompt });
  }
});

test("takes the backslash from escaped braces", () => {
  expect(variationsOf("A \\{red\\|blue\\} house")).toEqual({ kind: "one", prompt: "A {red|blue} house" });
});

test("plans braces that do not pair where a bar stands, to say what is wrong", () => {
  expect(variationsOf("A {red|blue house")).toEqual({ kind: "several", count: null });
});

test("stays quick for more prompts than anyone can count", () => {
  expect(variationsOf("{a|b}".repeat(2_000))).toMatchObject({ kind: "several" });
});
