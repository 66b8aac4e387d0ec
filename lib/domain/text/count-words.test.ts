import { expect, test } from "vitest";
import { countWords } from "./count-words";

test("counts in words", () => {
  expect([countWords(0, "view"), countWords(1, "view"), countWords(1200, "view")]).toEqual([
    "0 views",
    "1 view",
    "1,200 views",
  ]);
  expect([countWords(1, "gallery", "galleries"), countWords(2, "gallery", "galleries")]).toEqual([
    "1 gallery",
    "2 galleries",
  ]);
});
