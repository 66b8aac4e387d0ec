import { describe, expect, it } from "vitest";
import { readPrompt } from "./words/read-prompt";

const kinds = (prompt: string) => readPrompt(prompt).subjects.map(({ kind }) => kind);

describe("readPrompt", () => {
  it("finds time, weather, style and thing", () => {
    const brief = readPrompt("A lighthouse at dusk in a storm, watercolor");
    expect([brief.time, brief.weather, brief.style, brief.place]).toEqual([
      "dusk",
      "storm",
      "watercolor",
      "sea",
    ]);
    expect(kinds("A lighthouse at dusk")).toEqual(["lighthouse"]);
  });

  it("gives a colour to the thing named after it", () => {
    const brief = readPrompt("still life with pears and a blue bottle");
    expect(brief.color).toBeNull();
    expect(brief.subjects.find(({ kind }) => kind === "bottle")?.color?.[2]).toBeCloseTo(255);
    expect(brief.subjects.find(({ kind }) => kind === "pear")?.color).toBeNull();
  });

  it("gives a colour to clothes, to the land, or to the whole picture", () => {
    expect(readPrompt("portrait of a woman in a yellow coat").cloth?.[2]).toBeCloseTo(95);
    expect(readPrompt("a golden meadow").landColor).not.toBeNull();
    expect(readPrompt("forest, all in teal").color?.[2]).toBeCloseTo(192);
  });

  it("counts things and reads plurals", () => {
    expect(readPrompt("two moons over dunes").subjects[0]).toMatchObject({ kind: "moon", count: 2 });
    expect(readPrompt("foxes in the snow").subjects[0]).toMatchObject({ kind: "fox", count: 3 });
  });

  it("leaves out what the prompt refuses", () => {
    expect(kinds("a lake without boats")).toEqual([]);
    expect(kinds("a lake with boats")).toEqual(["boat"]);
  });

  it("keeps the exact word when a general one names the same thing", () => {
    expect(kinds("ink drawing of a crane bird in reeds")).toEqual(["crane"]);
  });

  it("falls back to an abstract composition when it knows no word", () => {
    expect(readPrompt("zxqv blorp").frame).toBe("abstract");
  });
});
