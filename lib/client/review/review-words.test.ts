import { expect, test } from "vitest";
import { markRow } from "./review-rows.fixture";
import { listWords, namesOf } from "./review-words";

test("lists names as people do, each once", () => {
  const rows = ["Ana", "Ben", "Ana", "Cem"].map((visitorName) => markRow({ visitorName }));
  expect(listWords(namesOf(rows))).toBe("Ana, Ben and Cem");
  expect(listWords(["Ana", "Ben"])).toBe("Ana and Ben");
  expect(listWords(["Ana"])).toBe("Ana");
  expect(listWords([])).toBe("");
});
