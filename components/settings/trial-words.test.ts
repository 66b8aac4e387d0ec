import { expect, test } from "vitest";
import { trialsWords } from "./trial-words";

const trial = { label: "Example", isOffline: false, listed: 12, known: 5 };

test("says whether a provider answers, and how much of what it lists is known here", () => {
  expect(trialsWords([trial])).toBe("It answers and lists 12 models, 5 of which the studio knows.");
  expect(trialsWords([{ ...trial, listed: 1, known: 0 }])).toContain("lists 1 model,");
  expect(trialsWords([{ ...trial, listed: null }])).toContain("no list of models");
  expect(trialsWords([{ ...trial, isOffline: true }])).toContain("sketches");
});

test("names each of several", () => {
  const lines = trialsWords([trial, { ...trial, label: "Other", listed: null }]).split("\n");
  expect(lines.map((line) => line.split(":")[0])).toEqual(["Example", "Other"]);
});
