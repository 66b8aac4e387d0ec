import { expect, test } from "vitest";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import { parseInput } from "./parse-input";

const schema = z.strictObject({
  a: z.string("a must be a text."),
  deep: z.strictObject({ b: z.int("b must be whole.") }),
});

function fieldsOf(input: unknown): [string, string][] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    return error instanceof AppError ? error.fields.map(({ field, message }) => [field, message]) : [];
  }
}

test("gives back what is right", () => {
  expect(parseInput(schema, { a: "x", deep: { b: 1 } })).toEqual({ a: "x", deep: { b: 1 } });
});

test("names every wrong field by its path", () => {
  expect(fieldsOf({ a: 1, deep: { b: 1.5 } })).toEqual([
    ["a", "a must be a text."],
    ["deep.b", "b must be whole."],
  ]);
});

test("names fields that do not exist, also deep ones and those of every object", () => {
  const input = JSON.parse('{"a":"x","deep":{"b":1,"c":2},"__proto__":{},"constructor":1}');
  expect(
    fieldsOf(input)
      .map(([field]) => field)
      .toSorted(),
  ).toEqual(["__proto__", "constructor", "deep.c"]);
});

test.each([[null], [[]], ["text"], [1], [undefined]])("names the body when it is %j", (input) => {
  expect(fieldsOf(input).map(([field]) => field)).toEqual(["body"]);
});
