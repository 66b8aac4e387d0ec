import { expect, test } from "vitest";
import { imageCommandOf } from "./image-commands";

const press = (key: string, modifiers: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

test("knows the keys of a picture, in either case", () => {
  expect(["f", "F", "x", "i", "d", "Backspace", "Delete"].map((key) => imageCommandOf(press(key)))).toEqual([
    "favourite",
    "favourite",
    "reject",
    "iterate",
    "download",
    "delete",
    "delete",
  ]);
});

test("leaves other keys and the browser's shortcuts alone", () => {
  expect(imageCommandOf(press("toString"))).toBeNull();
  expect(imageCommandOf(press("q"))).toBeNull();
  expect(imageCommandOf(press("f", { ctrlKey: true }))).toBeNull();
  expect(imageCommandOf(press("d", { metaKey: true }))).toBeNull();
});
