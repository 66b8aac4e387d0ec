import { describe, expect, test } from "vitest";
import { readPrompt } from "./words/read-prompt";

const kinds = (prompt: string) => readPrompt(prompt).subjects.map(({ kind }) => kind);

describe("readPrompt", () => {
  test("finds time, weather, style and thing", () => {
    const brief = readPrompt("A lighthouse at dusk in a storm, watercolor");
    expect([brief.time, brief.weather, brief.style, brief.place]).toEqual([
      "dusk",
      "storm",
      "watercolor",
      "sea",
    ]);
    expect(kinds("A lighthouse at dusk")).toEqual(["lighthouse"]);
  });

  test("gives a colour to the thing named after it", () => {
    const brief = readPrompt("still life with pears and a blue bottle");
    expect(brief.color).toBeNull();
    expect(brief.subjects.find(({ kind }) => kind === "bottle")?.color?.[2]).toBeCloseTo(255);
    expect(brief.subjects.find(({ kind }) => kind === "pear")?.color).toBeNull();
  });

  test("gives a colour to clothes, to the land, or to the whole picture", () => {
    expect(readPrompt("portrait of a woman in a yellow coat").cloth?.[2]).toBeCloseTo(95);
    expect(readPrompt("a golden meadow").landColor).not.toBeNull();
    expect(readPrompt("forest, all in teal").color?.[2]).toBeCloseTo(192);
  });

  test("counts things and reads plurals", () => {
    expect(readPrompt("two moons over dunes").subjects[0]).toMatchObject({ kind: "moon", count: 2 });
    expect(readPrompt("foxes in the snow").subjects[0]).toMatchObject({ kind: "fox", count: 3 });
  });

  test("leaves out what the prompt refuses", () => {
    expect(kinds("a lake without boats")).toEqual([]);
    expect(kinds("a lake with boats")).toEqual(["boat"]);
  });

  test("keeps the exact word when a general one names the same thing", () => {
    expect(kinds("ink drawing of a crane bird in reeds")).toEqual(["crane"]);
  });

  test("falls back to an abstract composition when it knows no word", () => {
    expect(readPrompt("zxqv blorp").frame).toBe("abstract");
  });
});
